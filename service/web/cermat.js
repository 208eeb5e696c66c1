// @ts-check
// Inline help for the fields of a performance-coaching form; CERMAT_JS.md says how to use it.
//
// One watched control has one <cermat-note> right after it: a shadow root with the underlines, the
// badge and the card. So underlines scroll and are clipped with the field, Tab goes from the field
// to its badge, and neither page nor note can style the other. What a form or the service says is
// only ever written as text.

/** @typedef {HTMLTextAreaElement | HTMLInputElement | HTMLElement} Control */
/** @typedef {{start: number, end: number}} Span UTF-16 units once the answer has been read */
/** @typedef {Span & {reason: string}} Evidence */
/** @typedef {Span & {name: string, hint: string, example: string}} Slot */
/** @typedef {{text: string, slots: Slot[], pointer?: string | null}} Suggestion */
/** @typedef {"error" | "warning" | "info"} Severity */
/**
 * A finding as the service sends it.
 * @typedef {{rule: string, pointer: string, span: Span | null, quote: string | null,
 *   severity: Severity, needs_review: boolean, message: string, why: string,
 *   evidence: Evidence[], suggestions: Suggestion[]}} Finding
 */
/** `*` stands for the number of a match.
 * @typedef {string | ((control: Element) => string)} Pointer */
/** @typedef {{server?: string}} Options */
/** @typedef {{before: string, words: string, after: string, rule: string}} Dismissal */
/** @typedef {{server: string, find: () => Map<Control, string>}} Group */
/** @typedef {{host: HTMLElement, mirror: HTMLElement, inner: HTMLElement, badge: HTMLButtonElement,
 *   state: HTMLElement, card: HTMLElement, voice: HTMLElement}} Note */
/**
 * @typedef {object} Field
 * @property {Control} control
 * @property {Group} group
 * @property {string} pointer
 * @property {Note} note
 * @property {string} text the text that the findings' places are in
 * @property {Finding[]} findings
 * @property {string} state sentence for the person when the field could not be checked, or ""
 * @property {boolean} checked
 * @property {Dismissal[]} dismissed
 * @property {boolean} composing
 * @property {Finding | null} open
 * @property {AbortController} asking
 * @property {ReturnType<typeof setTimeout> | undefined} timer
 * @property {number} failures
 * @property {Range[]} ranges
 * @property {Map<Finding, Element[]>} marks
 * @property {() => void} stop
 */

const SERVER = new URL("..", import.meta.url).href;
const DEBOUNCE = 250;
const PATIENCE = 15_000;
const RETRY = [2_000, 5_000, 15_000, 30_000];
const AROUND = 16;
const LEAST = 160; // px of height without which a card is of no use
const CORNER = 12; // px of the badge that may lie beyond the edge of a scrolling box
const SEVERITIES = /** @type {Severity[]} */ (["error", "warning", "info"]);
/** @type {Record<Severity, string>} */
const SAID = { error: "Perlu diperbaiki", warning: "Perlu diperhatikan", info: "Catatan" };
const OFFLINE = "Pemeriksaan terputus dan akan dicoba lagi. Tulisan tidak terganggu.";
const ABSENT = "Isian yang perlu diubah tidak ada di halaman ini.";
const CHANGED = "Isian ini sudah berubah dan diperiksa lagi.";
const REFUSED = "Isian ini belum dapat diperiksa.";

/** @type {[RegExp, string][]} */
const KINDS = [
  [/^\/(topik|hasil)$/, "$1"],
  [/^\/tindak_lanjut\/\d+\/(rtl|indikator)$/, "$1"],
  [/^\/umpan_balik\/\d+\/teks$/, "umpan_balik"],
  [/^\/dialog\/catatan$/, "catatan"],
];
/** @type {Record<string, string>} */
const POINTERS = {
  topik: "/topik", hasil: "/hasil", catatan: "/dialog/catatan", rtl: "/tindak_lanjut/*/rtl",
  indikator: "/tindak_lanjut/*/indikator", umpan_balik: "/umpan_balik/*/teks",
};
const KNOWN = new RegExp(
  "^/(id|jenis|tahun|triwulan|metode|inisiatif|rhk|topik|hasil|disetujui_atasan)$"
  + "|^/pegawai/(nip|nama|jabatan|unit_kerja|unor|predikat)$|^/atasan/(nip|nama|jabatan)$"
  + "|^/tindak_lanjut/\\d+/(rtl|indikator|tenggat|selesai|disetujui)$|^/dialog/(tanggal|catatan)$"
  + "|^/umpan_balik/\\d+/(ikon|teks|target|realisasi|satuan|predikat)$",
);
// Nobody's identity is needed to judge a sentence.
const IDENTITY = /^\/id$|\/(nip|nama)$/;
/** @type {Record<string, string[]>} */
const CHOICES = {
  jenis: ["bimbingan", "konseling", "rujukan"], metode: ["coaching", "mentoring"],
  inisiatif: ["pegawai", "atasan"], ikon: ["positif", "netral", "negatif"],
  predikat: ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"],
};

/** @type {Map<Control, Field>} */
const fields = new Map();

// --- what the form holds --------------------------------------------------------------------

/** @param {Element} control @returns {control is HTMLTextAreaElement | HTMLInputElement} */
const typed = (control) => control instanceof HTMLTextAreaElement
  || (control instanceof HTMLInputElement && ["text", "search"].includes(control.type));

/** @param {Control} control */
function writable(control) {
  if (typed(control)) return !control.readOnly && !control.matches(":disabled");
  return control.isContentEditable && control.getAttribute("aria-disabled") !== "true";
}

/** Text nodes in order, each with where it begins; blocks and <br> are line breaks.
 * @param {Node} root @returns {{text: string, nodes: [Text, number][]}} */
function written(root) {
  let text = "";
  /** @type {[Text, number][]} */
  const nodes = [];
  /** @param {Node} node */
  const walk = (node) => {
    if (node instanceof Text) {
      nodes.push([node, text.length]);
      text += node.data;
    } else if (node instanceof HTMLBRElement) {
      text += "\n";
    } else if (node instanceof HTMLElement) {
      const block = node !== root && !getComputedStyle(node).display.startsWith("inline");
      if (block && text && !text.endsWith("\n")) text += "\n";
      node.childNodes.forEach(walk);
    }
  };
  walk(root);
  return { text, nodes };
}

/** @param {Control} control */
const read = (control) => typed(control) ? control.value : written(control).text;

/** What a control adds to the form, or undefined when that is nothing the service could read.
 * @param {Control} control @param {string} pointer */
function valueOf(control, pointer) {
  const name = pointer.slice(pointer.lastIndexOf("/") + 1);
  if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked;
  const value = "value" in control ? String(control.value) : read(control);
  if (!value.trim() || /^(selesai|disetujui|disetujui_atasan)$/.test(name)) return undefined;
  if (name in CHOICES) {
    const choice = value.trim().toLowerCase().replace(/[\s-]+/g, "_");
    return CHOICES[name]?.includes(choice) ? choice : undefined;
  }
  if (/^(tahun|triwulan|target|realisasi)$/.test(name)) {
    const number = Number(value.trim().replace(",", "."));
    return Number.isFinite(number) ? number : undefined;
  }
  if (/^(tenggat|tanggal)$/.test(name)) {
    return /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
  }
  return sendable(value);
}

/** Same length, but without what no JSON reader takes: halves of characters, control characters.
 * @param {string} text */
const sendable = (text) => text
  .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
  .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, " ");

/** The mapped controls as a partial form.
 * @param {Group} group @param {(pointer: string) => string | null} send where a value goes */
function formOf(group, send) {
  /** @type {any} */
  const form = {};
  for (const [control, pointer] of group.find()) {
    const path = send(pointer)?.slice(1).split("/");
    if (!path) continue;
    const last = /** @type {string} */ (path.pop());
    let part = form;
    path.forEach((key, step) => {
      const list = /^\d+$/.test(path[step + 1] ?? last);
      part = part[key] ??= list ? [] : {};
    });
    part[last] = valueOf(control, pointer);
  }
  for (const list of ["tindak_lanjut", "umpan_balik"]) {
    if (form[list]) form[list] = Array.from(form[list], (row) => row ?? {});
  }
  return form;
}

/** The form around one field. The service reads the first row of a list, so this one goes first.
 * @param {Field} field */
function contextOf(field) {
  const [, list, own] = /^\/(\w+)\/(\d+)\//.exec(field.pointer) ?? [];
  return formOf(field.group, (pointer) => {
    if (pointer === field.pointer || IDENTITY.test(pointer)) return null;
    return pointer.replace(/^\/(\w+)\/(\d+)/, (whole, name, row) => name !== list ? whole
      : `/${name}/${row === own ? 0 : Number(row) + (Number(row) < Number(own) ? 1 : 0)}`);
  });
}

// --- asking the service ---------------------------------------------------------------------

/** @param {Field} field @param {number} [wait] milliseconds */
function schedule(field, wait = DEBOUNCE) {
  field.asking.abort();
  clearTimeout(field.timer);
  field.timer = setTimeout(() => void ask(field), wait);
}

/** @param {Field} field */
async function ask(field) {
  if (field.composing || !field.control.isConnected) return;
  const text = read(field.control);
  field.findings = moved(field.findings, field.text, text);
  field.text = text;
  if (!text.trim()) {
    field.checked = false;
    field.failures = 0;
    take(field, [], "");
    return;
  }
  const kind = KINDS.find(([pattern]) => pattern.test(field.pointer));
  const asking = field.asking = new AbortController();
  const impatience = setTimeout(() => asking.abort("lama"), PATIENCE);
  try {
    const answer = await fetch(new URL("v1/check", field.group.server), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        field: kind && field.pointer.replace(kind[0], kind[1]),
        text: sendable(text),
        context: contextOf(field),
      }),
      signal: asking.signal,
    });
    const body = await answer.json();
    // Answers that overtake each other, and a text that a script has changed meanwhile.
    if (asking.signal.aborted || !fields.has(field.control)) return;
    if (read(field.control) !== text) return schedule(field);
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    const back = field.failures > 0;
    field.failures = 0;
    if (back) retry();
    field.checked = answer.ok;
    /** @type {Finding[]} */
    const findings = answer.ok ? body.findings : [];
    const refusal = `${REFUSED} ${typeof body.detail === "string" ? body.detail : ""}`.trim();
    take(field, findings.map((finding) => placed(finding, text)), answer.ok ? "" : refusal);
  } catch {
    if (asking.signal.aborted && asking.signal.reason !== "lama") return;
    const wait = RETRY[Math.min(field.failures, RETRY.length - 1)];
    field.failures += 1;
    take(field, field.findings, OFFLINE);
    schedule(field, wait);
  } finally {
    clearTimeout(impatience);
  }
}

/** The service is there again: ask now what was asked in vain. */
function retry() {
  for (const field of fields.values()) if (field.failures) schedule(field, 0);
}

/** From code points to places in a JavaScript string.
 * @param {string} text @returns {(place: number) => number} */
function unitsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (place) => place;
  const starts = [0];
  for (const point of text) starts.push(/** @type {number} */ (starts.at(-1)) + point.length);
  return (place) => starts[place] ?? text.length;
}

/** A finding whose places are UTF-16; a span that does not hold its quote is not shown.
 * @param {Finding} finding @param {string} text @returns {Finding} */
function placed(finding, text) {
  const units = unitsOf(text);
  const evidence = finding.evidence.map(
    (part) => ({ ...part, start: units(part.start), end: units(part.end) }),
  );
  // A wrong icon is judged by the words: there they are the evidence, the span is in the icon.
  const own = !finding.pointer.endsWith("/ikon");
  let span = own ? finding.span && {
    start: units(finding.span.start), end: units(finding.span.end),
  } : evidence[0] ?? null;
  const words = span && sendable(text.slice(span.start, span.end));
  if (!span || !words || (own && finding.quote !== null && words !== finding.quote)) span = null;
  const suggestions = finding.suggestions.map((suggestion) => {
    const place = unitsOf(suggestion.text);
    const slots = suggestion.slots.map(
      (slot) => ({ ...slot, start: place(slot.start), end: place(slot.end) }),
    );
    return { ...suggestion, slots };
  });
  return { ...finding, span, evidence, suggestions };
}

/** How much two texts share at both ends, never half a character.
 * @param {string} before @param {string} after @returns {[number, number]} */
function shared(before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  if (/[\ud800-\udbff]/.test(before[head - 1] ?? "")) head -= 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (/[\udc00-\udfff]/.test(before.at(-tail) ?? "") && tail) tail -= 1;
  return [head, tail];
}

/** Findings after an edit: those it left whole, moved along with their words.
 * @param {Finding[]} findings @param {string} before @param {string} after */
function moved(findings, before, after) {
  const [head, tail] = shared(before, after);
  const by = after.length - before.length;
  /** @template {Span} S @param {S} span @returns {S | null} */
  const move = (span) => span.end <= head ? span
    : span.start >= before.length - tail
      ? { ...span, start: span.start + by, end: span.end + by } : null;
  return findings.flatMap((finding) => {
    const span = finding.span && move(finding.span);
    if (finding.span && !span) return [];
    const evidence = finding.evidence.flatMap((part) => move(part) ?? []);
    return [{ ...finding, span, evidence }];
  });
}

/** @param {Field} field @param {Finding} finding @returns {Dismissal} */
function surroundings(field, finding) {
  const { start, end } = finding.span ?? { start: 0, end: field.text.length };
  return {
    rule: finding.rule,
    before: field.text.slice(Math.max(0, start - AROUND), start),
    words: field.text.slice(start, end),
    after: field.text.slice(end, end + AROUND),
  };
}

/** Whether what was dismissed still stands, text that was only added around it aside.
 * @param {Field} field @param {Finding} finding */
function isDismissed(field, finding) {
  const now = surroundings(field, finding);
  const { start, end } = finding.span ?? { start: 0, end: 0 };
  return field.dismissed.some((then) => then.rule === now.rule && (finding.span
    ? then.words === now.words && field.text.slice(0, start).endsWith(then.before)
      && field.text.slice(end).startsWith(then.after)
    : now.words.includes(then.words)));
}

/** The field's new findings or trouble, shown, told and sent as an event.
 * @param {Field} field @param {Finding[]} findings @param {string} state */
function take(field, findings, state) {
  const before = field.findings;
  const trouble = field.state;
  field.findings = findings.filter((finding) => !isDismissed(field, finding));
  field.state = state;
  if (field.open) {
    const { rule } = field.open;
    const same = field.findings.find((finding) => finding.rule === rule);
    if (!same) close(field);
    else if (JSON.stringify(same) !== JSON.stringify(field.open)) close(field);
    else field.open = same;
  }
  draw(field);
  if (state && state !== trouble) say(field, state);
  const told = (/** @type {Finding[]} */ list) => list.map((f) => f.rule + f.message).join("\n");
  if (!state && told(before) !== told(field.findings)) {
    tell(field, "finding", { findings: field.findings });
    if (field.control.matches(":focus")) {
      say(field, field.findings.length
        ? `${field.findings.length} temuan pada ${nameOf(field)}. Alt+Enter untuk membuka.`
        : `Tidak ada temuan lagi pada ${nameOf(field)}.`);
    }
  }
}

/** @param {Field} field @param {string} what @param {object} detail */
const tell = (field, what, detail) => field.control.dispatchEvent(
  new CustomEvent(`cermat:${what}`, {
    bubbles: true, composed: true, detail: { pointer: field.pointer, ...detail },
  }),
);

/** @param {Field} field */
function nameOf({ control, pointer }) {
  const label = "labels" in control ? control.labels?.[0] : null;
  const name = control.getAttribute("aria-label")
    ?? document.getElementById(control.getAttribute("aria-labelledby") ?? "")?.textContent
    ?? (label && [...label.childNodes].filter((node) => node !== control)
      .map((node) => node.textContent).join("")) ?? "";
  return name.trim().replace(/\s+/g, " ") || pointer.split("/").at(-1) || "isian";
}

/** Told to screen readers once the person pauses; from beside the field, for outside a modal dialog
 * nothing is heard. @param {Field} field @param {string} sentence */
function say({ note: { voice } }, sentence) {
  voice.textContent = "";
  setTimeout(() => { voice.textContent = sentence; }, 50);
}

// --- underlines and badge -------------------------------------------------------------------

const COPIED = [
  "direction", "fontFamily", "fontSize", "fontStyle", "fontVariant", "fontWeight", "fontStretch",
  "fontKerning", "fontFeatureSettings", "letterSpacing", "wordSpacing", "textAlign", "textIndent",
  "textTransform", "tabSize", "overflowWrap", "wordBreak", "lineHeight", "hyphens",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
];

/** @type {Partial<Record<Severity, Highlight>>} */
const paint = {};
if (typeof Highlight === "function" && CSS.highlights) {
  for (const severity of SEVERITIES) {
    CSS.highlights.set(`cermat-${severity}`, paint[severity] = new Highlight());
  }
}

/** @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} className @param {(Node | string)[]} children */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** The note goes after this: a button inside a label would become part of the field's name.
 * @param {Control} control */
const placeOf = (control) => control.closest("label") ?? control;

/** @param {Control} control @returns {Note} */
function noteFor(control) {
  const host = document.createElement("cermat-note");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const inner = element("div", "isi");
  const mirror = element("div", "cermin", inner);
  mirror.ariaHidden = "true";
  const badge = element("button", "lencana");
  badge.type = "button";
  badge.setAttribute("aria-haspopup", "dialog");
  const state = element("span", "lencana keadaan");
  const card = element("div", "kartu");
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-describedby", "pesan");
  card.tabIndex = -1;
  card.popover = "manual";
  card.hidden = true;
  const voice = element("div", "suara");
  voice.setAttribute("role", "status");
  root.append(mirror, badge, state, card, voice);
  placeOf(control).after(host);
  return { host, mirror, inner, badge, state, card, voice };
}

/** Badge and underlines for what is known now. @param {Field} field */
function draw(field) {
  const { badge, state } = field.note;
  const count = field.findings.length;
  badge.hidden = !count;
  const worst = SEVERITIES.find((severity) => field.findings.some((f) => f.severity === severity));
  badge.className = `lencana ${worst ?? ""}`;
  const trouble = field.state === OFFLINE ? "terputus" : "belum diperiksa";
  const doubt = field.state && ` · ${trouble}`;
  badge.textContent = `${count} temuan${doubt}`;
  badge.title = field.state;
  badge.setAttribute("aria-label", `${count} temuan pada ${nameOf(field)}${doubt}`);
  badge.ariaExpanded = String(field.open !== null);
  state.textContent = field.state ? trouble : "✓";
  state.title = field.state || "Tidak ada temuan";
  state.hidden = count > 0 || !(field.state || field.checked);
  state.classList.toggle("baik", !field.state);
  if (typed(field.control)) mirrorText(field);
  else paintRanges(field);
  place(field);
}

/** @param {Field} field */
function mirrorText(field) {
  const { inner } = field.note;
  field.marks = new Map();
  const shown = field.findings.filter((finding) => finding.span);
  const cuts = [...new Set([0, field.text.length, ...shown.flatMap(
    ({ span }) => span ? [span.start, span.end] : [],
  )])].sort((a, b) => a - b);
  const parts = shown.length ? cuts.slice(1).map((end, index) => {
    const start = /** @type {number} */ (cuts[index]);
    const here = shown.filter(({ span }) => span && span.start <= start && end <= span.end);
    const words = field.text.slice(start, end);
    const worst = SEVERITIES.find((severity) => here.some((f) => f.severity === severity));
    if (!worst) return words;
    const mark = element("span", `garis ${worst}`, words);
    mark.classList.toggle("aktif", here.some((finding) => finding === field.open));
    for (const finding of here) field.marks.set(finding, [...field.marks.get(finding) ?? [], mark]);
    return mark;
  }) : [];
  inner.replaceChildren(...parts);
}

/** @param {Field} field */
function unpaint({ ranges }) {
  for (const layer of Object.values(paint)) for (const range of ranges) layer.delete(range);
}

/** @param {Field} field */
function paintRanges(field) {
  const { nodes } = written(field.control);
  unpaint(field);
  /** @param {number} place @param {boolean} end @returns {[Text, number] | null} */
  const at = (place, end) => {
    const [node, start] = nodes.findLast(([, from]) => end ? from < place : from <= place) ?? [];
    return node && start !== undefined ? [node, Math.min(place - start, node.length)] : null;
  };
  field.ranges = [];
  field.marks = new Map();
  for (const finding of field.findings) {
    const from = finding.span && at(finding.span.start, false);
    const to = finding.span && at(finding.span.end, true);
    if (!from || !to) continue;
    const range = new Range();
    range.setStart(...from);
    range.setEnd(...to);
    field.ranges.push(range);
    paint[finding.severity]?.add(range);
  }
}

/** Where a finding is on the screen. @param {Field} field @param {Finding} finding */
function rectsOf(field, finding) {
  if (typed(field.control)) {
    return (field.marks.get(finding) ?? []).flatMap((mark) => [...mark.getClientRects()]);
  }
  const index = field.findings.filter(({ span }) => span).indexOf(finding);
  return [...field.ranges[index]?.getClientRects() ?? []];
}

/** Lay the note over the control as it is now. @param {Field} field */
function place(field) {
  const { control, note } = field;
  const { mirror, inner, badge, state } = note;
  const box = control.getBoundingClientRect();
  const origin = note.host.getBoundingClientRect();
  const scale = (control.offsetWidth && box.width / control.offsetWidth) || 1;
  // The control's own CSS zoom, which the note beside it does not share.
  const zoom = (control.currentCSSZoom ?? 1) / (note.host.currentCSSZoom ?? 1);
  const left = (box.left - origin.left) / scale;
  const top = (box.top - origin.top) / scale;
  const style = getComputedStyle(control);
  const unseen = !box.width || style.visibility !== "visible";
  mirror.hidden = unseen || (typed(control) ? !inner.firstChild : !!paint.error);
  const cut = unseen ? [] : cutOf(field, scale);
  const [over = 0, , under = 0] = cut;
  for (const shown of [badge, state]) {
    Object.assign(shown.style, {
      display: unseen ? "none" : "",
      left: `${(left + box.width / scale) * zoom}px`, top: `${(top + box.height / scale) * zoom}px`,
      clipPath: under > CORNER || over * scale + CORNER > box.height ? "inset(50%)" : "",
    });
  }
  if (field.open) placeCard(field);
  if (mirror.hidden) return;
  /** @param {string} side */
  const border = (side) => parseFloat(style.getPropertyValue(`border-${side}-width`));
  const sides = border("left") + border("right");
  const bar = Math.max(0, control.offsetWidth - control.clientWidth - Math.round(sides));
  const before = Math.max(0, control.clientLeft - Math.round(border("left"))); // of the two bars
  const height = box.height / scale - border("top") - border("bottom");
  Object.assign(mirror.style, {
    zoom: String(zoom), left: `${left + border("left") + before}px`, top: `${top + border("top")}px`,
    width: `${box.width / scale - sides - bar}px`,
    height: `${Math.min(height, control.clientHeight || height)}px`,
    clipPath: cut.some(Boolean) ? `inset(${cut.map((side) => `${side}px`).join(" ")})` : "",
  });
  if (!typed(control)) return drawLines(field, scale);
  const copy = /** @type {any} */ (inner.style);
  for (const name of COPIED) copy[name] = /** @type {any} */ (style)[name];
  if (control instanceof HTMLInputElement) {
    copy.whiteSpace = "pre";
    const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    copy.lineHeight = `${height - padding}px`;
  } else {
    copy.whiteSpace = style.whiteSpace === "pre" ? "pre" : "pre-wrap";
  }
  copy.transform = `translate(${-control.scrollLeft}px, ${-control.scrollTop}px)`;
}

/** Without the Highlight API: lines under the words of an editable element.
 * @param {Field} field @param {number} scale */
function drawLines(field, scale) {
  const { mirror, inner } = field.note;
  const origin = mirror.getBoundingClientRect();
  inner.style.padding = "0";
  /** @param {Severity} severity @param {DOMRect} rect */
  const line = (severity, rect) => {
    const made = element("span", `palang ${severity}`);
    Object.assign(made.style, {
      left: `${(rect.left - origin.left) / scale}px`,
      top: `${(rect.bottom - origin.top) / scale - 2}px`,
      width: `${rect.width / scale}px`,
    });
    return made;
  };
  inner.replaceChildren(...field.findings.flatMap((finding) => (
    rectsOf(field, finding).map((rect) => line(finding.severity, rect)))));
}

/** How much of the field, from each side, a scrolling box around it hides: lines end there.
 * @param {Field} field @param {number} scale */
function cutOf(field, scale) {
  const box = field.control.getBoundingClientRect();
  const cut = [0, 0, 0, 0];
  for (let node = field.control.parentElement; node; node = node.parentElement) {
    if (node === document.body || getComputedStyle(node).overflow === "visible") continue;
    const frame = node.getBoundingClientRect();
    [frame.top - box.top, box.right - frame.right, box.bottom - frame.bottom, frame.left - box.left]
      .forEach((over, side) => { cut[side] = Math.max(cut[side] ?? 0, over / scale); });
  }
  return cut;
}

// --- the card -------------------------------------------------------------------------------

/** Findings in the order of the text. @param {Field} field */
const ordered = (field) => [...field.findings].sort(
  (a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity),
);

/** Where the caret is, in the field's text. @param {Control} control */
function caretOf(control) {
  if (typed(control)) return control.selectionStart ?? 0;
  const selection = getSelection();
  if (!selection?.anchorNode || !control.contains(selection.anchorNode)) return 0;
  const found = written(control).nodes.find(([node]) => node === selection.anchorNode);
  return found ? found[1] + selection.anchorOffset : 0;
}

/** The finding at the caret, or else the next one, or the first. @param {Field} field */
function atCaret(field) {
  const caret = caretOf(field.control);
  const list = ordered(field);
  return list.find(({ span }) => span && span.start <= caret && caret <= span.end)
    ?? list.find(({ span }) => span && span.start > caret) ?? list[0];
}

/** @param {Field} field @param {Finding} finding @param {boolean} focus */
function open(field, finding, focus) {
  if (read(field.control) !== field.text) return edited(field); // a script has written there
  for (const other of fields.values()) if (other !== field && other.open) close(other);
  const { card } = field.note;
  field.open = finding;
  card.replaceChildren(...contents(field, finding));
  card.setAttribute("aria-label", `Temuan pada ${nameOf(field)}: ${SAID[finding.severity]}`);
  card.hidden = false;
  // Browsers without popovers show the card as a fixed box.
  if (card.showPopover && !card.matches(":popover-open")) card.showPopover();
  draw(field);
  if (focus) card.focus({ preventScroll: true });
  // The sheet of a narrow screen must not lie on the words it speaks of.
  const words = rectsOf(field, finding)[0] ?? field.control.getBoundingClientRect();
  const hidden = words.bottom + 16 - card.getBoundingClientRect().top;
  if (card.classList.contains("lembar") && hidden > 0) scrollBy(0, hidden);
}

/** @param {Field} field @param {boolean} [back] give the focus back to the field */
function close(field, back = false) {
  if (!field.open) return;
  const { card } = field.note;
  const inside = card.contains(/** @type {ShadowRoot} */ (card.getRootNode()).activeElement);
  field.open = null;
  if (card.hidePopover && card.matches(":popover-open")) card.hidePopover();
  card.hidden = true;
  card.replaceChildren();
  draw(field);
  if (back || inside) field.control.focus({ preventScroll: true });
}

/** @param {string} label @param {string} className @param {() => void} act */
function button(label, className, act) {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** @param {Field} field @param {Finding} finding */
function contents(field, finding) {
  const list = ordered(field);
  const index = list.indexOf(finding);
  const review = finding.needs_review ? " · perlu dilihat orang" : "";
  const head = element("div", `kepala ${finding.severity}`,
    element("p", "tingkat", SAID[finding.severity] + review));
  const go = (/** @type {number} */ by) => () => {
    open(field, /** @type {Finding} */ (list[(index + by + list.length) % list.length]), true);
  };
  if (list.length > 1) {
    const [back, next] = [button("‹", "ikon", go(-1)), button("›", "ikon", go(1))];
    back.ariaLabel = "Temuan sebelumnya";
    next.ariaLabel = "Temuan berikutnya";
    head.append(back, element("span", "redup", `${index + 1} dari ${list.length}`), next);
  }
  const shut = button("×", "ikon", () => close(field, true));
  shut.ariaLabel = "Tutup";
  head.append(shut);
  const message = element("p", "pesan", finding.message);
  message.id = "pesan";
  const link = element("a", "", "Baca aturannya");
  link.href = new URL(`aturan#${encodeURIComponent(finding.rule)}`, field.group.server).href;
  link.target = "_blank";
  link.rel = "noopener";
  const why = element("details", "", element("summary", "", "Mengapa"),
    element("p", "", finding.why), element("p", "", link));
  const news = finding.evidence.filter(({ reason }) => !finding.message.includes(reason));
  const evidence = news.map((part) => element("li", "",
    element("q", "", field.text.slice(part.start, part.end)), ` ${part.reason}`));
  const rewrites = finding.suggestions.map((suggestion) => rewrite(field, finding, suggestion));
  return [
    head, message, why,
    ...evidence.length ? [element("ul", "bukti", ...evidence)] : [],
    ...rewrites.length ? [element("p", "redup", "Tulis misalnya:"), ...rewrites] : [],
    element("div", "kaki", button("Abaikan", "", () => dismiss(field, finding))),
  ];
}

/** A rewrite as a sentence with gaps to fill in. @param {Field} field @param {Finding} finding
 * @param {Suggestion} suggestion */
function rewrite(field, finding, suggestion) {
  const sentence = element("p", "usul");
  const hints = element("p", "redup kecil");
  /** @type {HTMLInputElement[]} */
  const gaps = [];
  let end = 0;
  for (const slot of suggestion.slots) {
    const gap = element("input", "celah");
    gap.placeholder = slot.example ? `mis. ${slot.example}` : slot.name;
    gap.size = Math.min(30, Math.max(6, gap.placeholder.length));
    gap.ariaLabel = `${slot.name}: ${slot.hint}`;
    gap.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault(); // the focus moves: the key must not write a line break there
      use.click();
    });
    gaps.push(gap);
    sentence.append(suggestion.text.slice(end, slot.start), gap);
    hints.append(element("span", "", element("b", "", slot.name), ` ${slot.hint} `));
    end = slot.end;
  }
  sentence.append(suggestion.text.slice(end));
  const use = button("Gunakan", "utama", () => {
    const values = gaps.map((gap) => gap.value.trim());
    const trouble = apply(field, finding, suggestion, values);
    if (trouble) hints.replaceChildren(element("span", "error", trouble));
    hints.setAttribute("role", trouble ? "alert" : "none");
  });
  const shown = suggestion.slots.reduceRight((text, slot) => (
    `${text.slice(0, slot.start)}${slot.name}${text.slice(slot.end)}`), suggestion.text);
  use.ariaLabel = `Gunakan: ${shown}`;
  return element("div", "saran", sentence, ...gaps.length ? [hints] : [], use);
}

/** Put a rewrite into its field as one step that Ctrl+Z takes back.
 * @param {Field} field @param {Finding} finding @param {Suggestion} suggestion
 * @param {string[]} values what the person wrote into the slots; a gap left empty stays a gap
 * @returns {string} a sentence when it could not be done */
function apply(field, finding, suggestion, values) {
  let text = "";
  let end = 0;
  /** @type {[number, number] | undefined} */
  let gap;
  suggestion.slots.forEach((slot, index) => {
    text += suggestion.text.slice(end, slot.start);
    const start = text.length;
    text += values[index] || suggestion.text.slice(slot.start, slot.end);
    if (!values[index]) gap ??= [start, text.length];
    end = slot.end;
  });
  text += suggestion.text.slice(end);
  if (read(field.control) !== field.text) {
    edited(field);
    say(field, CHANGED);
    return CHANGED;
  }
  const control = targetOf(field, suggestion.pointer ?? finding.pointer);
  const trouble = control ? refusal(control, text) : ABSENT;
  if (!control || trouble) return trouble;
  close(field);
  if (control instanceof HTMLSelectElement) choose(control, text);
  else replace(control, text, gap);
  tell(field, "applied", { finding, suggestion, text });
  say(field, "Saran sudah dimasukkan. Ctrl+Z untuk mengurungkan.");
  schedule(field, 0);
  return "";
}

/** @param {Field} field @param {string} pointer as the service numbered it
 * @returns {Control | undefined} */
function targetOf(field, pointer) {
  const row = /^\/\w+\/\d+/.exec(field.pointer)?.[0];
  const own = row ? pointer.replace(/^\/\w+\/0(?=\/)/, (base) => (
    base.split("/")[1] === row.split("/")[1] ? row : base)) : pointer;
  if (own === field.pointer) return field.control;
  return [...field.group.find()].find(([, found]) => found === own)?.[0];
}

/** @param {Control} control @param {string} text */
function refusal(control, text) {
  if (control instanceof HTMLSelectElement) {
    return choiceOf(control, text) ? "" : "Pilihan itu tidak ada pada isiannya.";
  }
  if (!writable(control)) return "Isian ini sedang tidak dapat diubah.";
  const most = typed(control) ? control.maxLength : -1;
  const fits = most < 0 || text.length <= most;
  return fits ? "" : `Saran ini melebihi ${most} huruf, batas isian ini.`;
}

/** @param {HTMLSelectElement} control @param {string} text */
const choiceOf = (control, text) => [...control.options].find(({ value, text: label }) => (
  [value, label].some((said) => said.trim().toLowerCase().replace(/\s+/g, "_") === text)));

/** @param {HTMLSelectElement} control @param {string} text */
function choose(control, text) {
  control.value = choiceOf(control, text)?.value ?? control.value;
  control.focus();
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Only the part that differs is typed anew, so formatting and the caret's place survive.
 * @param {Control} control @param {string} text
 * @param {[number, number]} [gap] selected afterwards */
function replace(control, text, gap) {
  const before = read(control);
  const [head, tail] = shared(before, text);
  const words = text.slice(head, text.length - tail);
  control.focus();
  select(control, head, before.length - tail);
  // Deprecated, yet the only way that leaves one step in the browser's own undo history.
  const done = document.execCommand(words ? "insertText" : "delete", false, words);
  if (!done && typed(control) && read(control) === before) {
    control.setRangeText(words, head, before.length - tail, "end");
    const inputType = "insertReplacementText";
    control.dispatchEvent(new InputEvent("input", { bubbles: true, inputType }));
  }
  if (gap && read(control) === text) select(control, ...gap);
}

/** @param {Control} control @param {number} start @param {number} end */
function select(control, start, end) {
  if (typed(control)) return control.setSelectionRange(start, end);
  const { nodes } = written(control);
  const range = new Range();
  range.selectNodeContents(control);
  for (const [node, from] of nodes) {
    if (from <= start) range.setStart(node, Math.min(start - from, node.length));
    if (from < end || end === 0) range.setEnd(node, Math.min(Math.max(0, end - from), node.length));
    if (end === 0) break;
  }
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** @param {Field} field @param {Finding} finding */
function dismiss(field, finding) {
  field.dismissed.push(surroundings(field, finding));
  close(field, true);
  field.findings = field.findings.filter((other) => other !== finding);
  draw(field);
  tell(field, "dismissed", { finding });
  say(field, "Temuan diabaikan.");
}

/** Under the words when there is room, else above; on a narrow screen at its lower edge.
 * @param {Field} field */
function placeCard(field) {
  const { card } = field.note;
  if (!field.open) return;
  const view = visualViewport
    ?? { width: innerWidth, height: innerHeight, offsetTop: 0, offsetLeft: 0 };
  const narrow = view.width <= 480;
  card.classList.toggle("lembar", narrow);
  const bottom = view.offsetTop + view.height;
  const box = field.control.getBoundingClientRect();
  const words = rectsOf(field, field.open).find((rect) => (
    rect.bottom > box.top && rect.top < box.bottom)) ?? box;
  // The words stay in sight: where no side has room for the whole card, it scrolls in the larger.
  const below = bottom - 8 - (words.bottom + 10);
  const over = words.top - 6 - (view.offsetTop + 8);
  card.style.maxHeight = `${narrow ? Math.min(view.height * 0.6, view.height - 16) : 480}px`;
  const beneath = below >= card.offsetHeight || below >= over;
  if (!narrow) {
    card.style.maxHeight = `${Math.min(480, Math.max(LEAST, beneath ? below : over))}px`;
  }
  const { offsetHeight: height, offsetWidth: width } = card;
  const wanted = beneath ? words.bottom + 10 : words.top - height - 6;
  const top = Math.max(view.offsetTop + 8, Math.min(wanted, bottom - height - 8));
  const left = Math.max(8, Math.min(words.left, view.offsetLeft + view.width - width - 8));
  card.style.top = `${narrow ? bottom - height : top}px`;
  card.style.left = narrow ? "0" : `${left}px`;
}

// --- watching -------------------------------------------------------------------------------

/** @param {Control} control @param {string} pointer @param {Group} group */
function watch(control, pointer, group) {
  const gone = new AbortController();
  const { signal } = gone;
  /** @type {Field} */
  const field = {
    control, group, pointer, note: noteFor(control), text: read(control), findings: [], state: "",
    checked: false, dismissed: [], composing: false, open: null, asking: new AbortController(),
    timer: undefined, failures: 0, ranges: [], marks: new Map(),
    stop() {
      gone.abort();
      field.asking.abort();
      clearTimeout(field.timer);
      resized.disconnect();
      close(field);
      unpaint(field);
      field.note.host.remove();
      fields.delete(control);
    },
  };
  const resized = new ResizeObserver(() => place(field));
  resized.observe(control);
  fields.set(control, field);
  const { badge, card } = field.note;
  /** @param {EventTarget} target @param {string} type @param {(event: any) => void} act */
  const on = (target, type, act) => target.addEventListener(type, act, { signal, passive: false });

  on(control, "input", () => edited(field));
  on(control, "compositionstart", () => { field.composing = true; });
  on(control, "compositionend", () => { field.composing = false; edited(field); });
  on(control, "focus", () => { if (read(control) !== field.text) edited(field); });
  on(control, "scroll", () => place(field));
  on(control, "keydown", (/** @type {KeyboardEvent} */ event) => {
    const first = atCaret(field);
    if (event.key === "Enter" && event.altKey && first) open(field, first, true);
    else if (event.key === "Escape" && field.open) close(field);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  on(control, "click", (/** @type {MouseEvent} */ event) => {
    const hit = ordered(field).find((finding) => rectsOf(field, finding).some((rect) => (
      rect.left <= event.clientX && event.clientX <= rect.right
      && rect.top <= event.clientY && event.clientY <= rect.bottom + 3)));
    if (hit) open(field, hit, false);
    else close(field);
  });
  on(badge, "click", () => {
    const first = ordered(field)[0];
    if (field.open) close(field, true);
    else if (first) open(field, first, true);
  });
  on(card, "keydown", (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    close(field, true);
  });
  on(card, "focusout", (/** @type {FocusEvent} */ event) => {
    const next = /** @type {Node | null} */ (event.relatedTarget);
    if (next && !card.contains(next) && next !== badge && next !== control) close(field);
  });
  // What is typed into a gap is no input of the host's form.
  for (const type of ["input", "change", "click"]) {
    on(card, type, (event) => event.stopPropagation());
  }
  if (read(control).trim()) schedule(field);
}

/** @param {Field} field */
function edited(field) {
  const now = read(field.control);
  field.findings = moved(field.findings, field.text, now);
  field.text = now;
  field.checked = false;
  close(field);
  draw(field);
  if (!field.composing) schedule(field);
}

/** Watch what is new, let go of what is gone. @param {Group} group */
function scan(group) {
  const found = group.find();
  for (const field of [...fields.values()]) {
    if (field.group !== group) continue;
    const { control, note } = field;
    const pointer = control.isConnected && writable(control) && found.get(control);
    if (!pointer) {
      field.stop();
    } else if (pointer !== field.pointer) {
      field.pointer = pointer;
      draw(field);
      schedule(field);
    } else if (!note.host.isConnected) {
      placeOf(control).after(note.host);
    }
  }
  for (const [control, pointer] of found) {
    const kind = KINDS.some(([pattern]) => pattern.test(pointer));
    if (kind && !fields.has(control) && writable(control)) watch(control, pointer, group);
  }
}

/** @param {Element | Document} root @param {Group} group @returns {() => void} lets go */
function follow(root, group) {
  const observer = new MutationObserver((records) => {
    if (records.some((record) => record.attributeName !== "style")) scan(group);
    laidOut();
  });
  observer.observe(root, {
    childList: true, subtree: true, attributes: true, attributeFilter: [
      "class", "style", "disabled", "readonly", "contenteditable", "type", "field", "pointer",
    ],
  });
  const refresh = () => void setTimeout(() => again(group));
  root.addEventListener("reset", refresh);
  scan(group);
  return () => {
    observer.disconnect();
    root.removeEventListener("reset", refresh);
    for (const field of [...fields.values()]) if (field.group === group) field.stop();
  };
}

/** Check every field of a group whose text a script may have changed. @param {Group} group */
function again(group) {
  scan(group);
  for (const field of fields.values()) if (field.group === group) edited(field);
}

let waiting = false;
/** Place all notes again with the next frame. */
function laidOut() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    for (const field of fields.values()) {
      if (field.open || field.findings.length || !field.note.state.hidden) place(field);
    }
  });
}

addEventListener("scroll", laidOut, { capture: true, passive: true });
addEventListener("resize", laidOut, { passive: true });
visualViewport?.addEventListener("resize", laidOut);
document.fonts?.addEventListener("loadingdone", laidOut);
document.addEventListener("transitionend", laidOut);
addEventListener("online", retry);
addEventListener("pointerdown", (event) => {
  const path = event.composedPath();
  for (const field of fields.values()) {
    const inside = path.includes(field.note.host) || path.includes(field.control);
    if (field.open && !inside) close(field);
  }
}, { capture: true, passive: true });

// --- for the host ---------------------------------------------------------------------------

/** @param {string | undefined} server */
const serverUrl = (server) => (
  server ? new URL(server.replace(/\/?$/, "/"), document.baseURI).href : SERVER);

/** @param {string} pointer */
function known(pointer) {
  if (!KNOWN.test(pointer)) throw new TypeError(`Cermat: penunjuk tidak dikenal: ${pointer}`);
  return pointer;
}

/**
 * Help in a form whose page one cannot edit.
 *
 * In: an element around all fields; CSS selectors (looked up inside it) to JSON pointers of the
 * contract's form, `*` standing for the number of a match, or to functions that name the pointer
 * of a control. Fields that come later are found too. Fields that are no free text are context.
 *
 * Out: `form()` the mapped fields as a partial form, `check()` after a script has changed values,
 * `open(pointer, rule)` shows a finding at its field, `detach()` removes every trace.
 * Throws TypeError for a pointer that the form does not have.
 * @param {Element | Document} root @param {Record<string, Pointer>} mapping
 * @param {Options} [options]
 */
function attach(root, mapping, options = {}) {
  /** @returns {Map<Control, string>} */
  const find = () => new Map(Object.entries(mapping).flatMap(([selector, pointer]) => (
    [...root.querySelectorAll(selector)].map((control, index) => {
      const named = typeof pointer === "string" ? pointer : pointer(control);
      const own = known(named.replace("*", String(index)));
      return /** @type {[Control, string]} */ ([control, own]);
    }))));
  for (const pointer of Object.values(mapping)) {
    if (typeof pointer === "string") known(pointer.replace("*", "0"));
  }
  const group = { server: serverUrl(options.server), find };
  const detach = follow(root, group);
  return {
    detach,
    form: () => formOf(group, (pointer) => pointer),
    check: () => again(group),
    /** @param {string} pointer @param {string} rule @returns {boolean} whether it is there */
    open(pointer, rule) {
      const words = pointer.replace(/\/ikon$/, "/teks");
      const field = [...fields.values()].find(
        (one) => one.group === group && one.pointer === words,
      );
      const finding = field?.findings.find((one) => one.rule === rule);
      if (!field || !finding) return false;
      field.control.scrollIntoView({ block: "center" });
      open(field, finding, true);
      return true;
    },
  };
}

/** @type {WeakMap<Node, Group>} */
const declared = new WeakMap();

/** `<cermat-field field="indikator">` around one control.
 *
 * `pointer` says where the control belongs when its order among the others does not. */
class CermatField extends HTMLElement {
  /** @type {Group | undefined} */
  #group;

  connectedCallback() {
    const root = rootOf(this);
    const server = this.getAttribute("server") ?? undefined;
    const known = declared.get(root);
    const group = known ?? { server: serverUrl(server), find: () => declaredIn(root) };
    this.#group = group;
    declared.set(root, group);
    queueMicrotask(() => { if (known) scan(group); else follow(root, group); });
  }

  disconnectedCallback() {
    const group = this.#group;
    if (group) queueMicrotask(() => scan(group));
  }
}

/** What one form's fields share: the form, or else the page or the shadow tree.
 * @param {Element} wrapper */
const rootOf = (wrapper) => /** @type {Element | Document} */ (
  wrapper.closest("form") ?? wrapper.getRootNode());

/** @param {Element | Document} root @returns {Map<Control, string>} */
function declaredIn(root) {
  const found = new Map();
  /** @type {Record<string, number>} */
  const seen = {};
  for (const wrapper of root.querySelectorAll("cermat-field")) {
    if (rootOf(wrapper) !== root) continue;
    const name = wrapper.getAttribute("field") ?? "";
    const index = seen[name] = (seen[name] ?? -1) + 1;
    const pointer = wrapper.getAttribute("pointer") ?? POINTERS[name]?.replace("*", String(index));
    const control = wrapper.querySelector("textarea, input, select, [contenteditable]");
    if (control && pointer && KNOWN.test(pointer)) found.set(control, pointer);
  }
  return found;
}

// --- looks ----------------------------------------------------------------------------------

const COLOURS = `
  --latar: #fff; --tinta: #23282b; --redup: #5d676d; --garis: #d9dcd8; --aksen: #0b6b5d;
  --pada-aksen: #fff; --merah: #a8321f; --kuning: #805700; --biru: #2c5f9e; --celah: #e6f2ef;`;
const ADAPTIVE = `
  --latar: light-dark(#fff, #1e2225); --tinta: light-dark(#23282b, #e4e7e6);
  --redup: light-dark(#5d676d, #a0aaaf); --garis: light-dark(#d9dcd8, #394045);
  --aksen: light-dark(#0b6b5d, #5cc4b0); --pada-aksen: light-dark(#fff, #0c1f1b);
  --merah: light-dark(#a8321f, #f0907f); --kuning: light-dark(#805700, #e3b95a);
  --biru: light-dark(#2c5f9e, #8db8ee); --celah: light-dark(#e6f2ef, #1d4a42);`;
const LINES = `
  .error { --warna: var(--merah); --gaya: wavy; --tepi: solid; }
  .warning { --warna: var(--kuning); --gaya: dashed; --tepi: dashed; }
  .info { --warna: var(--biru); --gaya: dotted; --tepi: dotted; }`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host {
  all: initial !important; position: absolute !important; z-index: 1 !important;
  width: 0 !important; height: 0 !important; color-scheme: inherit !important; ${COLOURS}
}
@supports (color: light-dark(red, red)) { :host { ${ADAPTIVE} } }
${LINES}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.cermin { position: absolute; overflow: hidden; pointer-events: none; forced-color-adjust: none; }
.isi { min-height: 100%; -webkit-text-fill-color: transparent; color: transparent; }
.garis {
  text-decoration: underline 1.5px var(--gaya) var(--warna); text-decoration-skip-ink: none;
  text-underline-offset: .18em;
}
.aktif { background: color-mix(in srgb, var(--warna) 18%, transparent); border-radius: 2px; }
.palang { position: absolute; border-bottom: 2px var(--tepi) var(--warna); }
.palang.error { border-bottom-style: double; border-bottom-width: 3px; }
.lencana {
  position: absolute; transform: translate(calc(-100% - 1.25rem), -30%); pointer-events: auto;
  font: 600 .75rem/1 system-ui, sans-serif; white-space: nowrap;
  min-height: 1.5rem; min-width: 1.5rem; padding: 0 .55rem; border-radius: 1rem;
  border: 1.5px var(--tepi, solid) var(--warna, var(--garis));
  background: var(--latar); color: var(--warna, var(--redup)); cursor: pointer;
}
.keadaan { display: inline-flex; align-items: center; cursor: default; pointer-events: none; }
.keadaan.baik {
  color: var(--aksen); padding: 0; min-height: 1.25rem; min-width: 1.25rem; justify-content: center;
}
:focus-visible { outline: 3px solid var(--aksen); outline-offset: 2px; }
.kartu {
  position: fixed; inset: auto; margin: 0; width: min(25rem, calc(100vw - 1rem)); overflow: auto;
  overscroll-behavior: contain; overflow-wrap: anywhere; pointer-events: auto; z-index: 2147483647;
  padding: .75rem .9rem; border: 1px solid var(--garis); border-radius: .6rem;
  background: var(--latar); color: var(--tinta); font: 1rem/1.5 system-ui, sans-serif;
  box-shadow: 0 .5rem 2rem rgb(0 0 0 / .25);
}
.kartu.lembar { width: 100%; border-radius: .9rem .9rem 0 0; border-width: 1px 0 0; }
.kartu p { margin: .35rem 0; }
.kepala { display: flex; align-items: center; gap: .25rem; }
.tingkat {
  flex: 1; font-size: .85rem; font-weight: 700; color: var(--warna);
  text-decoration: underline 1.5px var(--gaya) var(--warna); text-underline-offset: .25em;
}
.pesan { font-weight: 600; }
.kartu:focus-visible { outline-offset: 0; }
.redup { color: var(--redup); font-size: .9rem; }
.kecil { font-size: .8rem; }
.kecil > span + span::before { content: "· "; }
.kecil .error { color: var(--merah); }
.bukti { margin: .35rem 0; padding-left: 1.1rem; font-size: .9rem; }
q { quotes: "“" "”"; font-weight: 600; }
.saran { border-top: 1px dashed var(--garis); padding: .35rem 0 .5rem; }
.celah {
  font: inherit; line-height: 1.4; color: inherit; background: var(--celah);
  border: 1px solid var(--redup);
  border-radius: .25rem; padding: 0 .3rem; min-height: 1.6rem; max-width: 100%;
}
.celah::placeholder { color: var(--redup); opacity: 1; }
button {
  font: inherit; color: var(--aksen); background: none; border: 1px solid; border-radius: .4rem;
  cursor: pointer;
}
.kartu button { padding: .25rem .8rem; min-height: 2.25rem; }
.kartu button.utama {
  background: var(--aksen); border-color: var(--aksen); color: var(--pada-aksen); font-weight: 600;
}
.kartu button.ikon {
  border-color: transparent; padding: 0; min-width: 2.25rem; font-size: 1.25rem; line-height: 1;
}
a { color: var(--aksen); }
summary { cursor: pointer; color: var(--aksen); min-height: 1.5rem; }
.usul { line-height: 1.9; }
.kaki {
  display: flex; justify-content: end; position: sticky; bottom: -.75rem; background: var(--latar);
  margin: 0 0 -.75rem; padding: .5rem 0; border-top: 1px solid var(--garis);
}
.suara { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (prefers-reduced-motion: no-preference) {
  .kartu { animation: muncul .12s ease-out; }
  @keyframes muncul { from { opacity: 0; transform: translateY(.25rem); } }
}
@media (forced-colors: active) {
  :host { --merah: LinkText; --kuning: LinkText; --biru: LinkText; }
}
@media print { :host { display: none !important; } }
`);

const painted = new CSSStyleSheet();
painted.replaceSync(SEVERITIES.map((severity) => {
  const [style, light, dark] = {
    error: ["wavy", "#a8321f", "#f0907f"], warning: ["dashed", "#805700", "#e3b95a"],
    info: ["dotted", "#2c5f9e", "#8db8ee"],
  }[severity];
  return `::highlight(cermat-${severity}) { text-decoration: underline 1.5px ${style} ${light};
    text-decoration-color: light-dark(${light}, ${dark}); }`;
}).join("\n") + " cermat-field { display: block; }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, painted];

export const Cermat = Object.freeze({ attach });
if (!customElements.get("cermat-field")) customElements.define("cermat-field", CermatField);
