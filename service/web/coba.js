// The try page: reads the form by its JSON pointers, asks the service, puts findings beside fields.
// Everything that comes from a form is written with textContent.

const LISTS = ["tindak_lanjut", "umpan_balik"];
const SEVERITY = { error: "Perlu diperbaiki", warning: "Perlu diperhatikan", info: "Catatan" };
const TRIAGE = {
  konseling: "Perlu dilihat orang: teks ini mungkin memerlukan konseling kinerja.",
  rujukan: "Perlu dilihat orang hari ini: teks ini mungkin meminta pertolongan. Temui pegawai, dan "
    + "hubungi KORPRI atau tenaga profesional. Ini saran, bukan diagnosis.",
};
const GRADE = {
  sangat_baik: "sangat baik", baik: "baik",
  perlu_perbaikan: "perlu perbaikan", belum_sesuai: "belum sesuai",
};
const ASPECT = {
  topik: "Topik", hasil: "Hasil", rtl: "RTL", indikator: "Indikator", sinkron: "Kesinambungan",
  dialog: "Dialog", administrasi: "Administrasi", umpan_balik: "Umpan balik",
};
const number = new Intl.NumberFormat("id", { maximumFractionDigits: 1 });
const form = document.getElementById("formulir");
const news = document.getElementById("kabar");
const titles = new Map();

const at = (name, pointer) => document.querySelector(`[data-${name}="${CSS.escape(pointer)}"]`);
const title = (id) => titles.get(id) ?? id.toLowerCase().replaceAll("_", " ");
const field = (pointer) => at("pointer", pointer);

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// --- the form -------------------------------------------------------------------------------

function addRow(list) {
  const row = element("div", "butir");
  row.append(document.getElementById(`baris-${list}`).content.cloneNode(true));
  for (const part of row.querySelectorAll("[data-pointer], [data-tempat]")) {
    for (const name of ["pointer", "tempat"]) {
      if (name in part.dataset) part.dataset[`akhir${name}`] = part.dataset[name];
    }
  }
  row.querySelector("[data-hapus]").addEventListener("click", () => {
    row.remove();
    numberRows(list);
    stale();
    document.querySelector(`[data-tambah="${list}"]`).focus();
  });
  document.getElementById(list).append(row);
  numberRows(list);
  return row;
}

function numberRows(list) {
  [...document.getElementById(list).children].forEach((row, index) => {
    const base = `/${list}/${index}`;
    row.dataset.tempat = base;
    for (const place of row.querySelectorAll("[data-akhirtempat]")) {
      place.dataset.tempat = base + place.dataset.akhirtempat;
    }
    for (const input of row.querySelectorAll("[data-akhirpointer]")) {
      input.dataset.pointer = base + input.dataset.akhirpointer;
      const label = input.closest(".isian")?.querySelector("label");
      input.id = input.dataset.pointer;
      if (label) label.htmlFor = input.id;
    }
    for (const place of row.querySelectorAll(".nomor")) place.textContent = index + 1;
  });
}

function collect() {
  const sent = {};
  for (const list of LISTS) {
    sent[list] = [...document.getElementById(list).children].map(() => ({}));
  }
  for (const input of document.querySelectorAll("[data-pointer]")) {
    const value = input.type === "checkbox" ? input.checked : input.value;
    if (value === "" || !input.isConnected) continue;
    const path = input.dataset.pointer.slice(1).split("/");
    const last = path.pop();
    const part = path.reduce((whole, key) => (whole[key] ??= {}), sent);
    part[last] = value;
  }
  return sent;
}

function fill(value) {
  empty();
  for (const list of LISTS) for (const _ of value[list] ?? []) addRow(list);
  if (!value.tindak_lanjut?.length) addRow("tindak_lanjut");
  for (const input of document.querySelectorAll("[data-pointer]")) {
    const found = input.dataset.pointer.slice(1).split("/").reduce((part, key) => part?.[key], value);
    if (input.type === "checkbox") input.checked = found === true;
    else input.value = found ?? "";
  }
}

function empty() {
  for (const list of LISTS) document.getElementById(list).replaceChildren();
  clear();
  document.getElementById("nilai").hidden = true;
  news.textContent = "Belum ada yang diperiksa.";
}

// --- the answer -----------------------------------------------------------------------------

function clear() {
  document.body.classList.remove("usang");
  for (const shown of document.querySelectorAll(".temuan, #hasil-periksa .masalah")) shown.remove();
}

function stale() {
  if (document.querySelector(".temuan, .skor #skor:not(:empty)")) {
    document.body.classList.add("usang");
    news.textContent = "Isian berubah; tekan Periksa untuk memeriksa lagi.";
  }
}

function place(pointer) {
  for (let path = pointer; path; path = path.slice(0, path.lastIndexOf("/"))) {
    const found = at("tempat", path);
    if (found) return found;
  }
  return at("tempat", "");
}

// Offsets are code points; a JavaScript string counts UTF-16 units.
function marked(text, spans) {
  const points = Array.from(text);
  const parts = [];
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < end) continue;
    const words = points.slice(span.start, span.end).join("");
    parts.push(points.slice(end, span.start).join(""), element("mark", "", words));
    end = span.end;
  }
  return [...parts, points.slice(end).join("")];
}

function card(finding) {
  const label = SEVERITY[finding.severity] + (finding.needs_review ? " · perlu dilihat orang" : "");
  const made = element("article", `temuan ${finding.severity}`,
    element("p", "tingkat", label), element("p", "", finding.message));
  const text = field(finding.pointer)?.value;
  if (finding.span && text) made.append(element("p", "kutipan", ...marked(text, [finding.span])));
  const link = element("a", "", title(finding.rule));
  link.href = `/aturan/${encodeURIComponent(finding.rule)}`;
  made.append(element("details", "", element("summary", "", "Mengapa"),
    element("p", "", finding.why), element("p", "redup", "Aturan: ", link)));
  if (finding.suggestions.length) made.append(element("p", "saran redup", "Tulis misalnya:"));
  for (const suggestion of finding.suggestions) made.append(advice(finding, suggestion));
  return made;
}

function advice(finding, suggestion) {
  const made = element("div", "usul",
    element("p", "", ...marked(suggestion.text, suggestion.slots)));
  const target = field(suggestion.pointer ?? finding.pointer);
  if (target && target.type !== "checkbox") {
    const button = element("button", "", "Gunakan");
    button.type = "button";
    button.setAttribute("aria-label", `Gunakan: ${suggestion.text}`);
    button.addEventListener("click", async () => {
      target.value = suggestion.text;
      await check();
      target.focus();
      const slot = suggestion.slots[0];
      if (slot && target.setSelectionRange) {
        const points = Array.from(suggestion.text);
        const start = points.slice(0, slot.start).join("").length;
        target.setSelectionRange(start, start + points.slice(slot.start, slot.end).join("").length);
      }
    });
    made.append(button);
  }
  return made;
}

function show(review) {
  clear();
  const scored = review.score !== null;
  document.getElementById("nilai").hidden = false;
  document.getElementById("skor").textContent = scored ? number.format(review.score) : "";
  document.getElementById("kategori").textContent =
    scored ? GRADE[review.grade] ?? review.grade : "Formulir ini tidak diberi skor.";
  document.getElementById("aspek").replaceChildren(...Object.entries(review.aspects)
    .filter(([, value]) => value !== null)
    .flatMap(([name, value]) => {
      const bar = element("meter");
      Object.assign(bar, { min: 0, max: 100, low: 60, high: 80, optimum: 100, value });
      bar.setAttribute("aria-label", `${ASPECT[name] ?? name}: ${number.format(value)}`);
      return [element("dt", "", ASPECT[name] ?? name),
        element("dd", "", bar, element("span", "angka", number.format(value)))];
    }));
  document.getElementById("jp").textContent = review.jp.eligible
    ? `Hak pengembangan: ${review.jp.hours} JP.`
    : `Belum berhak atas JP: ${review.jp.reasons.map(title).join("; ") || "–"}.`;
  const help = document.getElementById("triase");
  help.hidden = review.triage.level === "none";
  help.textContent = TRIAGE[review.triage.level] ?? "";
  const count = review.findings.length;
  news.textContent = count ? `${count} temuan; lihat di samping isiannya.` : "Tidak ada temuan.";
  for (const finding of [...review.findings].sort((a, b) => b.primary - a.primary)) {
    place(finding.pointer).append(card(finding));
  }
}

function showProblem(problem) {
  clear();
  document.getElementById("nilai").hidden = true;
  news.textContent = "";
  at("tempat", "").append(element("p", "masalah", problem.detail));
}

async function check() {
  news.textContent = "Memeriksa …";
  try {
    const answer = await fetch("/v1/review", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(collect()),
    });
    const body = await answer.json();
    if (answer.ok) show(body);
    else showProblem(body);
  } catch {
    showProblem({ detail: "Layanan tidak dapat dihubungi. Coba lagi sebentar lagi." });
  }
}

// --- start ----------------------------------------------------------------------------------

form.addEventListener("submit", (event) => { event.preventDefault(); check(); });
form.addEventListener("reset", () => { empty(); addRow("tindak_lanjut"); });
form.addEventListener("input", stale);
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); check(); }
});
for (const button of document.querySelectorAll("[data-tambah]")) {
  button.addEventListener("click", () => {
    addRow(button.dataset.tambah).querySelector("textarea, select").focus();
  });
}
addRow("tindak_lanjut");

const [examples, rules] = await Promise.all([
  fetch("/web/contoh.json").then((answer) => answer.json()),
  fetch("/v1/rules").then((answer) => answer.json()),
]);
for (const rule of rules) titles.set(rule.id, rule.title);
for (const example of Object.values(examples)) {
  const button = element("button", "", example.summary);
  button.type = "button";
  button.addEventListener("click", () => { fill(example.value); check(); });
  document.getElementById("contoh").append(button);
}
