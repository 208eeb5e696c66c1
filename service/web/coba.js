// The try page: fields get their inline help from cermat.js, the panel shows the whole review.
// Everything that comes from a form is written with textContent.

import { Cermat } from "/web/cermat.js";
import { element } from "/web/element.js";

const PAUSE = 600;
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
const findings = document.getElementById("temuan");
const titles = new Map();
const UNASKED = "Belum ada yang diperiksa.";
let whole = false; // whether the person has asked for all findings, not only for the score
let waiting;
let asking = new AbortController();

const at = (name, pointer) => document.querySelector(`[data-${name}="${CSS.escape(pointer)}"]`);
const title = (id) => titles.get(id) ?? id.toLowerCase().replaceAll("_", " ");
const field = (pointer) => at("pointer", pointer);

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
    later();
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

function fill(value) {
  empty();
  for (const list of LISTS) for (const _ of value[list] ?? []) addRow(list);
  if (!value.tindak_lanjut?.length) addRow("tindak_lanjut");
  for (const input of document.querySelectorAll("[data-pointer]")) {
    const path = input.dataset.pointer.slice(1).split("/");
    const found = path.reduce((part, key) => part?.[key], value);
    if (input.type === "checkbox") input.checked = found === true;
    else input.value = found ?? "";
    if (found !== undefined) input.closest("details")?.setAttribute("open", "");
  }
  inline.check();
}

function empty() {
  for (const list of LISTS) document.getElementById(list).replaceChildren();
  asking.abort();
  clearTimeout(waiting);
  whole = false;
  findings.replaceChildren();
  document.getElementById("nilai").hidden = true;
  tell(UNASKED);
}

// --- the answer -----------------------------------------------------------------------------

function tell(sentence) {
  if (news.textContent !== sentence) news.textContent = sentence;
}

// The field itself, or for what has no field of its own the nearest part of the form.
function goTo(finding) {
  if (inline.open(finding.pointer, finding.rule)) return;
  let found = field(finding.pointer);
  for (let path = finding.pointer; path && !found; path = path.slice(0, path.lastIndexOf("/"))) {
    found = at("tempat", path)?.querySelector("[data-pointer], button");
  }
  (found ?? form.querySelector("[data-pointer]")).focus();
}

function placeName(pointer) {
  const label = field(pointer)?.labels?.[0]
    ?? at("tempat", pointer.replace(/(.)\/\d+$/, "$1"))?.querySelector("legend, label");
  return label?.textContent.trim() ?? "Formulir";
}

function card(finding) {
  const review = finding.needs_review ? " · perlu dilihat orang" : "";
  const label = SEVERITY[finding.severity] + review;
  const go = element("button", "tautan", placeName(finding.pointer));
  go.type = "button";
  go.addEventListener("click", () => goTo(finding));
  const link = element("a", "", title(finding.rule));
  link.href = `/aturan#${encodeURIComponent(finding.rule)}`;
  return element("article", `temuan ${finding.severity}`,
    element("p", "tingkat", `${label} · `, go), element("p", "", finding.message),
    element("details", "", element("summary", "", "Mengapa"),
      element("p", "", finding.why), element("p", "redup", "Aturan: ", link)));
}

function show(review) {
  const scored = review.score !== null;
  document.getElementById("nilai").hidden = false;
  const praise = document.getElementById("pujian");
  praise.hidden = !review.opening;
  praise.textContent = review.opening ?? "";
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
  const notice = TRIAGE[review.triage.level] ?? "";
  help.hidden = !notice;
  if (help.textContent !== notice) help.textContent = notice;
  if (whole) list(review.findings);
  else tell("Skor sementara. Tekan Periksa untuk melihat semua temuan.");
}

// What was unfolded stays unfolded while the list is renewed under the reader's eyes.
function list(all) {
  tell(all.length ? `${all.length} temuan.` : "Tidak ada temuan.");
  const unfolded = new Set([...findings.querySelectorAll("details[open]")]
    .map((details) => details.dataset.id));
  const folded = (details, id) => {
    details.dataset.id = id;
    details.open = unfolded.has(id);
  };
  const cards = (some) => some.map((finding) => {
    const made = card(finding);
    folded(made.querySelector("details"), `${finding.rule} ${finding.pointer}`);
    return made;
  });
  const first = all.filter((finding) => finding.primary);
  const others = all.filter((finding) => !finding.primary);
  const rest = element("details", "lain",
    element("summary", "", `${others.length} temuan lain`), ...cards(others));
  folded(rest, "lain");
  findings.replaceChildren(
    ...first.length ? [element("h3", "", "Apa yang diperbaiki lebih dulu"), ...cards(first)] : [],
    ...others.length ? [rest] : [],
  );
}

function showProblem(problem) {
  document.getElementById("nilai").hidden = true;
  tell("");
  findings.replaceChildren(element("p", "masalah", problem.detail));
}

// Typing is never interrupted: trouble with the provisional score waits for the next pause.
async function check() {
  clearTimeout(waiting);
  asking.abort();
  const { signal } = asking = new AbortController();
  try {
    const answer = await fetch("/v1/review", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(inline.form()),
      signal,
    });
    const body = await answer.json();
    if (answer.ok) show(body);
    else if (whole) showProblem(body);
  } catch {
    if (signal.aborted || !whole) return;
    showProblem({ detail: "Layanan tidak dapat dihubungi. Coba lagi sebentar lagi." });
  }
}

function checkWhole() {
  whole = true;
  tell("Memeriksa …");
  return check();
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(check, PAUSE);
}

// --- start ----------------------------------------------------------------------------------

const inline = Cermat.attach(form, { "[data-pointer]": (input) => input.dataset.pointer });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const panel = document.getElementById("hasil-periksa");
  checkWhole().then(() => panel.scrollIntoView({ block: "nearest" }));
});
form.addEventListener("reset", () => { empty(); addRow("tindak_lanjut"); });
form.addEventListener("input", later);
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    checkWhole();
  }
});
for (const button of document.querySelectorAll("[data-tambah]")) {
  button.addEventListener("click", () => {
    addRow(button.dataset.tambah).querySelector("textarea, select").focus();
  });
}
addRow("tindak_lanjut");

for (const { value, text } of document.getElementById("judul-aturan").options) {
  titles.set(value, text);
}
const examples = await fetch("/web/contoh.json").then((answer) => answer.json());
for (const example of Object.values(examples)) {
  const button = element("button", "", example.summary);
  button.type = "button";
  button.addEventListener("click", () => { fill(example.value); checkWhole(); });
  document.getElementById("contoh").append(button);
}
