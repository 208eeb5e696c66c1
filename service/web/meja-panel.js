// @ts-check
// One form beside its findings: every text with its underlined words, what to write instead, and
// the reviewer's note.

import { button, element } from "./element.js";
import {
  ASPECT, BADGE, fieldName, GRADE, number, origin, PREDIKAT, REASON, ruleTitle, SEVERITY, suggested,
} from "./meja-model.js";
import { noteOf } from "./meja-note.js";

/** @typedef {import("./meja-model.js").Row} Row */
/** @typedef {import("./meja-model.js").Finding} Finding */
/** @typedef {import("./meja-model.js").Span} Span */

const GRAVITY = ["error", "warning", "info"];
const EMPTY = "(kosong)";
const READ = new Intl.DateTimeFormat("id", { dateStyle: "long", timeZone: "UTC" });

/** @param {Row} row @param {{seen: () => void}} acts @returns {Node[]} */
export function panelOf(row, acts) {
  /** @type {Node[]} */
  const made = [about(row)];
  if (row.care) {
    made.push(element("div", "perhatian", element("p", "", element("b", "", BADGE)),
      element("p", "", row.care), element("p", "redup", origin(row.entry))));
  } else if (row.trouble) made.push(element("p", "masalah", row.trouble));
  else made.push(score(row));
  made.push(mark(row, acts.seen));
  if (row.shielded) return made;
  const note = noteOf(row);
  if (note) made.push(noteBox(note));
  return [...made, element("h3", "", "Formulir dan temuannya"), ...blocks(row)];
}

/** @param {Row} row */
function about(row) {
  const { pegawai = {}, tahun, triwulan } = row.entry.form;
  const period = [triwulan && `Triwulan ${triwulan}`, tahun].filter(Boolean).join(" ");
  const said = [pegawai.nama, row.shielded ? "" : pegawai.jabatan, row.unit, period]
    .filter(Boolean).join(" · ");
  return element("div", "", element("p", "redup", said),
    element("p", "redup asal", origin(row.entry)));
}

/** @param {Row} row */
function score({ review }) {
  if (!review || review.score === null) return element("p", "", "Formulir ini tidak diberi skor.");
  const list = element("dl", "aspek");
  for (const [name, value] of Object.entries(review.aspects)) {
    if (value === null) continue;
    const bar = element("meter");
    Object.assign(bar, { min: 0, max: 100, low: 60, high: 80, optimum: 100, value });
    bar.setAttribute("aria-label", `${ASPECT[name] ?? name}: ${number.format(value)}`);
    list.append(element("dt", "", ASPECT[name] ?? name),
      element("dd", "", bar, element("span", "angka", number.format(value))));
  }
  const waiting = review.jp.reasons.map((id) => REASON[id] ?? ruleTitle(id)).join("; ");
  return element("div", "nilai",
    element("p", "skor", element("b", `angka ${review.grade}`, number.format(review.score)),
      ` ${GRADE[review.grade ?? ""] ?? ""}`),
    list, element("p", "", review.jp.eligible
      ? `Berhak atas ${review.jp.hours} JP.` : `Belum berhak atas 2 JP: ${waiting || "–"}.`));
}

/** @param {Row} row @param {() => void} act */
function mark(row, act) {
  const made = button("Sudah dilihat", "saklar", act);
  made.setAttribute("aria-pressed", String(row.seen));
  return made;
}

/** @param {string} note */
function noteBox(note) {
  const text = element("textarea");
  text.id = "catatan-penelaah";
  text.rows = 6;
  text.value = note;
  text.spellcheck = false;
  const label = element("label", "", "Catatan untuk penyusun formulir");
  label.htmlFor = text.id;
  const told = element("span", "redup");
  told.setAttribute("role", "status");
  const copy = button("Salin catatan", "", () => {
    copied(text).then(
      () => { told.textContent = "Tersalin."; },
      () => { told.textContent = "Tidak dapat menyalin sendiri; tekan Ctrl + C."; },
    );
  });
  return element("div", "catatan", label,
    element("p", "petunjuk", "Saran program; sunting seperlunya sebelum dikirim."), text,
    element("p", "baris", copy, told));
}

/** @param {HTMLTextAreaElement} text */
async function copied(text) {
  text.select();
  // The clipboard is closed to pages on plain http; the older way still works there.
  if (navigator.clipboard) await navigator.clipboard.writeText(text.value);
  else if (!document.execCommand("copy")) throw new TypeError("copy");
}

// --- the form -------------------------------------------------------------------------------

/** @param {Row} row */
function blocks(row) {
  const left = new Set(row.findings);
  const made = places(row).map(([pointer, title, text]) => {
    const here = row.findings.filter((finding) => finding.pointer === pointer);
    here.forEach((finding) => left.delete(finding));
    return block(title, text, here);
  });
  // What is missing has no text to stand at.
  const missing = [...groups(left)];
  return [...made, ...missing.map(([pointer, here]) => block(fieldName(pointer), "", here))];
}

/** @param {Iterable<Finding>} findings */
function groups(findings) {
  /** @type {Map<string, Finding[]>} */
  const found = new Map();
  for (const finding of findings) {
    const here = found.get(finding.pointer);
    if (here) here.push(finding);
    else found.set(finding.pointer, [finding]);
  }
  return found;
}

/** Pointer, title and text of every part of the form that says something or should.
 * @param {Row} row @returns {[string, string, string][]} */
function places({ entry: { form } }) {
  /** @type {[string, string, string][]} */
  const made = [];
  const add = (/** @type {string} */ pointer, /** @type {string | undefined} */ text,
    always = true) => {
    if (text || always) made.push([pointer, fieldName(pointer), text ?? ""]);
  };
  add("/rhk", form.rhk, false);
  add("/topik", form.topik);
  add("/hasil", form.hasil);
  if (!form.tindak_lanjut?.length) add("/tindak_lanjut", "");
  form.tindak_lanjut?.forEach((step, at) => {
    add(`/tindak_lanjut/${at}/rtl`, step.rtl);
    add(`/tindak_lanjut/${at}/indikator`, step.indikator);
    add(`/tindak_lanjut/${at}/tenggat`, [day(step.tenggat), step.selesai ? "selesai" : "",
      step.disetujui ? "disetujui" : ""].filter(Boolean).join(" · "), false);
  });
  if (!form.dialog?.tanggal && !form.dialog?.catatan) add("/dialog", "");
  add("/dialog/tanggal", day(form.dialog?.tanggal), false);
  add("/dialog/catatan", form.dialog?.catatan, false);
  form.umpan_balik?.forEach((given, at) => {
    const base = `/umpan_balik/${at}`;
    add(`${base}/ikon`, given.ikon, false);
    add(`${base}/teks`, given.teks);
    const figure = given.realisasi === undefined ? "" : [number.format(given.realisasi),
      given.target === undefined ? "" : `dari ${number.format(given.target)}`, given.satuan,
      PREDIKAT[given.predikat ?? ""]].filter(Boolean).join(" ");
    add(`${base}/realisasi`, figure, false);
  });
  add("/disetujui_atasan", form.disetujui_atasan ? "Sudah disetujui" : "Belum disetujui");
  return made;
}

/** @param {string | undefined} date */
function day(date) {
  const read = date ? new Date(`${date}T00:00:00Z`) : null;
  return read && !Number.isNaN(read.valueOf()) ? READ.format(read) : date ?? "";
}

/** @param {string} title @param {string} text @param {Finding[]} findings */
function block(title, text, findings) {
  const written = element("p", text ? "teks" : "teks redup", ...underlined(text || EMPTY, findings));
  return element("section", "isi", element("h4", "", title), written,
    ...findings.map((finding) => card(finding)));
}

/** A text whose found words are marked, each with its gravest finding's colour.
 * @param {string} text @param {Finding[]} findings @returns {(Node | string)[]} */
export function underlined(text, findings) {
  const points = [...text];
  const spans = findings
    .flatMap(({ span, severity, quote }) => span
      && points.slice(span.start, span.end).join("") === quote ? [{ ...span, severity }] : []);
  const edges = [...new Set([0, points.length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .sort((one, other) => one - other);
  return edges.slice(1).map((end, at) => {
    const start = /** @type {number} */ (edges[at]);
    const words = points.slice(start, end).join("");
    const worst = spans.filter((span) => span.start <= start && span.end >= end)
      .map(({ severity }) => severity)
      .sort((one, other) => GRAVITY.indexOf(one) - GRAVITY.indexOf(other))[0];
    return worst ? element("mark", worst, words) : words;
  });
}

/** @param {Finding} finding */
function card(finding) {
  const doubt = finding.needs_review ? " · perlu dilihat orang" : "";
  const link = element("a", "", ruleTitle(finding.rule));
  link.href = `/aturan#${encodeURIComponent(finding.rule)}`;
  link.target = "_blank";
  link.rel = "noopener";
  const made = element("article", `temuan ${finding.severity}`,
    element("p", "tingkat", SEVERITY[finding.severity] + doubt), element("p", "", finding.message));
  if (finding.suggestions.length) {
    made.append(element("p", "redup", "Tulis misalnya:"), element("ul", "saran",
      ...finding.suggestions.map((each) => element("li", "", suggested(each)))));
  }
  if (finding.questions.length) {
    made.append(element("p", "redup", "Tanyakan dalam dialog:"), element("ul", "saran",
      ...finding.questions.map((each) => element("li", "", each))));
  }
  made.append(element("details", "", element("summary", "", "Mengapa"),
    element("p", "", finding.why)), element("p", "redup aturan", "Aturan: ", link));
  return made;
}
