// @ts-check
// The reviewer's desk: files in, reviews as they come, one form beside its findings, recap, export.
// Everything lives in this page's memory and goes when it is closed.

import { button, element, part } from "./element.js";
import { saveFindings, saveTable, saveWorkbook } from "./meja-export.js";
import { gradeOf, nameRules, number, rowOf } from "./meja-model.js";
import { panelOf } from "./meja-panel.js";
import { criteriaOf, recapOf } from "./meja-recap.js";
import { readFile, review, Trouble } from "./meja-send.js";
import { askCriteria, readStaff } from "./meja-staff.js";
import { makeTable, PRINTED } from "./meja-table.js";

/** @typedef {import("./meja-model.js").Entry} Entry */
/** @typedef {import("./meja-model.js").Row} Row */

const LIMIT = Number(part("isi").dataset["batas"]);
const WIDE = matchMedia("(min-width: 64rem)");
const FAULTS_SHOWN = 200;
const REDRAW = 300;

/** @type {Entry[]} */
let entries = [];
/** @type {Row[]} */
let rows = [];
/** @type {Row | null} */
let opened = null;
/** @type {{file: string, place: string, detail: string}[]} what could not be read */
let faults = [];
/** @type {Row[]} what the four criteria were counted from */
let counted = [];
let working = new AbortController();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let redraw;

const panel = part("panel", HTMLDialogElement);
const file = part("berkas", HTMLInputElement);
const progress = part("kemajuan", HTMLProgressElement);
const filters = {
  sought: part("cari", HTMLInputElement), unit: part("s-unit", HTMLSelectElement),
  rule: part("s-aturan", HTMLSelectElement), grade: part("s-mutu", HTMLSelectElement),
  predikat: part("s-predikat", HTMLSelectElement), seen: part("s-dilihat", HTMLSelectElement),
};
nameRules([...filters.rule.options].map(({ value, text }) => [value, text]));

// --- files in -------------------------------------------------------------------------------

/** @param {Iterable<File>} files */
async function take(files) {
  const chosen = [...files];
  if (!chosen.length) return;
  working.abort();
  const { signal } = working = new AbortController();
  close();
  entries = [];
  rows = [];
  faults = [];
  clear();
  part("bacaan").replaceChildren();
  for (const one of chosen) {
    if (await open(one, signal)) continue;
    // Stopped or unreadable; but another choice may be at work by now.
    if (working.signal === signal) part("kerja").hidden = true;
    return;
  }
  if (!entries.length) {
    trouble("Tidak ada formulir yang dapat dibaca dari berkas ini; lihat rinciannya di bawah.");
    part("kerja").hidden = true;
  } else await run();
}

/** Whether the file could be read. @param {File} chosen @param {AbortSignal} signal */
async function open(chosen, signal) {
  const { name } = chosen;
  busy(`Membaca ${name} …`);
  progress.removeAttribute("value");
  try {
    const contents = await readFile(chosen, LIMIT, signal);
    for (const entry of contents.entries) entries.push(entry);
    for (const fault of contents.faults) faults.push({ file: name, ...fault });
    part("bacaan").append(howRead(name, contents));
    return true;
  } catch (error) {
    if (!signal.aborted) trouble(`${name}: ${sentence(error)}`);
    return false;
  }
}

/** @param {string} name @param {import("./meja-send.js").Contents} contents */
function howRead(name, { entries: forms, tables, faults: unread, notes }) {
  const made = element("details", "bacaan-berkas", element("summary", "",
    element("b", "", name), `: ${number.format(forms.length)} formulir terbaca`,
    ...(unread.length ? [", ", element("span", "ada-galat",
      `${number.format(unread.length)} hal tidak terbaca`)] : [])));
  for (const table of tables) {
    if (table.name) made.append(element("p", "", `Lembar ${table.name}`));
    made.append(element("ul", "kolom", ...table.columns.map((column) => element("li",
      column.field || column.row_number ? "" : "tak-dikenal",
      element("code", "", column.letter), ` ${column.title} → `, column.field
        ?? (column.row_number ? "nomor urut baris" : "tidak dikenal; tidak dibaca")))));
  }
  for (const note of notes) made.append(element("p", "redup", note));
  if (unread.length) {
    made.append(element("ul", "galat-baca", ...unread.slice(0, FAULTS_SHOWN).map(
      ({ place, detail }) => element("li", "", element("b", "", place), ` ${detail}`))));
  }
  if (unread.length > FAULTS_SHOWN) {
    made.append(element("p", "redup", `… dan ${number.format(unread.length - FAULTS_SHOWN)} lagi.`));
  }
  return made;
}

// --- reviews as they come -------------------------------------------------------------------

async function run() {
  const { signal } = working = new AbortController();
  const begun = performance.now();
  const from = rows.length;
  clear();
  part("hasil").hidden = false;
  document.body.classList.add("berisi");
  part("henti").hidden = false;
  part("lanjut").hidden = true;
  busy(`Memeriksa ${number.format(entries.length)} formulir …`);
  progress.max = entries.length;
  let told = 0;
  try {
    await review(entries.slice(from), signal, (answer) => {
      const at = rows.length;
      rows.push(rowOf(at, /** @type {Entry} */ (entries[at]), answer));
      redraw ??= setTimeout(() => {
        const each = (performance.now() - begun) / Math.max(rows.length - from, 1);
        count(each * (entries.length - rows.length));
        const tenth = Math.floor(rows.length * 10 / entries.length);
        if (tenth > told && tenth < 10) say(`${(told = tenth) * 10} persen diperiksa.`);
        update();
      }, REDRAW);
    });
    part("kerja").hidden = true;
    say(`${number.format(rows.length)} formulir selesai diperiksa.`);
  } catch (error) {
    if (working.signal !== signal) return; // another file has been chosen meanwhile
    part("henti").hidden = true;
    part("lanjut").hidden = false;
    if (signal.aborted) say("Pemeriksaan dihentikan.");
    else trouble(`${sentence(error)} Yang sudah diperiksa tetap ada di sini; tekan Lanjutkan.`);
  } finally {
    if (working.signal === signal) {
      update();
      count(0);
    }
  }
}

/** @param {number} left milliseconds, 0: nobody knows */
function count(left) {
  progress.value = rows.length;
  const done = `${number.format(rows.length)} dari ${number.format(entries.length)} formulir`;
  part("hitungan").textContent = left > 0 ? `${done} · ${duration(left)}` : done;
}

/** @param {number} left milliseconds */
function duration(left) {
  const seconds = Math.ceil(left / 1000);
  if (seconds < 60) return `kira-kira ${Math.max(5, Math.ceil(seconds / 5) * 5)} detik lagi`;
  return `kira-kira ${Math.round(seconds / 60)} menit lagi`;
}

/** @param {string} said */
function busy(said) {
  part("kerja").hidden = false;
  part("henti").hidden = false;
  part("lanjut").hidden = true;
  part("hitungan").textContent = said;
  say(said);
}

/** @param {string} said */
function say(said) { part("kabar").textContent = said; }
/** @param {string} said */
function trouble(said) {
  const place = part("galat");
  place.hidden = false;
  place.textContent = said;
}
function clear() { part("galat").hidden = true; }
/** @param {unknown} error */
const sentence = (error) => error instanceof Trouble ? error.message
  : "Terjadi galat yang tidak terduga pada halaman ini. Muat ulang, lalu coba lagi.";

// --- the table and its filters --------------------------------------------------------------

/** @returns {Row[]} */
function filtered() {
  const { sought, unit, rule, grade, predikat, seen } = filters;
  const words = sought.value.trim().toLowerCase();
  return rows.filter((row) => (!words || row.sought.includes(words))
    && (!unit.value || row.unit === unit.value)
    && (!rule.value || row.findings.some((finding) => finding.rule === rule.value))
    && (!grade.value || gradeOf(row) === grade.value)
    && (!predikat.value || row.predikat === predikat.value)
    && (!seen.value || row.seen === (seen.value === "sudah")));
}

const table = makeTable(part("tabel"), {
  open(row) { show(row, true); },
  follow(row) { if (panel.open && WIDE.matches) show(row, false); },
  mark,
});

function update() {
  clearTimeout(redraw);
  redraw = undefined;
  listUnits();
  const found = filtered();
  table.show(found);
  outdate(found);
  const all = rows.length;
  part("tampil").textContent = found.length === all ? `${number.format(all)} formulir`
    : `${number.format(found.length)} dari ${number.format(all)} formulir`;
  part("kosong").hidden = found.length > 0 || !all;
  part("tabel").classList.toggle("tanpa-isi", !found.length);
  part("bersihkan").hidden = !Object.values(filters).some(({ value }) => value);
  if (!part("rekap").hidden) {
    part("isi-rekap").replaceChildren(...recapOf(found, {
      rule: (id) => narrow(filters.rule, id), unit: (name) => narrow(filters.unit, name),
      care: () => narrow(filters.grade, "perhatian"),
    }));
  }
}

function listUnits() {
  const known = new Set([...filters.unit.options].map(({ value }) => value));
  const units = new Set(rows.map(({ unit }) => unit));
  if ([...units].every((unit) => known.has(unit)) && known.size === units.size + 1) return;
  const chosen = filters.unit.value;
  const names = [...units].sort((one, other) => one.localeCompare(other, "id", { numeric: true }));
  filters.unit.replaceChildren(new Option("Semua", ""), ...names.map((name) => new Option(name)));
  filters.unit.value = units.has(chosen) ? chosen : "";
}

/** Show in the table what a figure of the recap counts.
 * @param {HTMLSelectElement} filter @param {string} value */
function narrow(filter, value) {
  filter.value = value;
  turn("daftar");
  table.focus();
}

/** @param {Row} row */
function mark(row) {
  row.seen = !row.seen;
  table.refresh(row);
  say(row.seen ? "Ditandai sudah dilihat." : "Tanda sudah dilihat dihapus.");
  const toggle = opened === row ? panel.querySelector(".saklar") : null;
  toggle?.setAttribute("aria-pressed", String(row.seen));
}

// --- one form -------------------------------------------------------------------------------

/** @param {Row} row @param {boolean} enter whether the focus goes there */
function show(row, enter) {
  opened = row;
  part("judul-panel").textContent = row.id;
  part("isi-panel").replaceChildren(...panelOf(row, { seen: () => mark(row) }));
  if (!panel.open) {
    if (WIDE.matches) panel.setAttribute("open", "");
    else panel.showModal();
    part("daftar").classList.add("berpanel");
  }
  panel.scrollTop = 0;
  if (enter) part("judul-panel").focus({ preventScroll: true });
}

function close() {
  if (!panel.open) return;
  panel.close();
  opened = null;
  part("daftar").classList.remove("berpanel");
  table.focus();
}

/** @param {number} step */
function go(step) {
  const row = table.step(step);
  if (row) show(row, false);
}

// --- start ----------------------------------------------------------------------------------

/** @param {"daftar" | "rekap"} name */
function turn(name) {
  for (const each of /** @type {const} */ (["daftar", "rekap"])) {
    const tab = part(`tab-${each}`);
    tab.setAttribute("aria-selected", String(each === name));
    tab.tabIndex = each === name ? 0 : -1;
    part(each).hidden = each !== name;
  }
  if (name === "rekap") close();
  update();
}

async function criteria() {
  const list = part("pegawai", HTMLInputElement).files?.[0];
  const asked = counted = filtered();
  tellCriteria("Menghitung …");
  try {
    const made = criteriaOf(await askCriteria(asked, list ? await readStaff(list) : null));
    if (counted === asked) tellCriteria("", made);
  } catch (error) {
    if (counted === asked) tellCriteria(sentence(error));
  }
}

/** @param {string} said @param {Node[]} made */
function tellCriteria(said, made = []) {
  part("kabar-kriteria").textContent = said;
  part("isi-kriteria").replaceChildren(...made);
}

/** What was counted no longer stands once other forms are shown. @param {Row[]} found */
function outdate(found) {
  if (counted.length === found.length && counted.every((row, at) => row === found[at])) return;
  if (counted.length) tellCriteria("Formulir yang tampil berubah; hitung lagi.");
  counted = [];
}

file.addEventListener("change", () => {
  take(file.files ?? []);
  file.value = ""; // so that the same file, mended, can be chosen again
});
const drop = part("jatuh");
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("di-atas");
  });
}
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (!relatedTarget) drop.classList.remove("di-atas");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("di-atas");
  take(event.dataTransfer?.files ?? []);
});
part("henti").addEventListener("click", () => working.abort());
part("lanjut").addEventListener("click", run);
for (const filter of Object.values(filters)) filter.addEventListener("input", update);
part("saringan").addEventListener("submit", (event) => event.preventDefault());
part("saringan").addEventListener("reset", () => setTimeout(update));
for (const [name, other] of /** @type {const} */ ([["daftar", "rekap"], ["rekap", "daftar"]])) {
  part(`tab-${name}`).addEventListener("click", () => turn(name));
  part(`tab-${name}`).addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    turn(other);
    part(`tab-${other}`).focus();
  });
}
part("tutup").addEventListener("click", close);
part("sebelum").addEventListener("click", () => go(-1));
part("sesudah").addEventListener("click", () => go(1));
panel.addEventListener("cancel", (event) => { event.preventDefault(); close(); });
part("daftar").addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.open) { event.preventDefault(); close(); }
});
WIDE.addEventListener("change", () => {
  if (!panel.open || !opened) return;
  const row = opened;
  panel.close();
  show(row, false);
});
part("hitung").addEventListener("click", criteria);
part("xlsx").addEventListener("click", () => saveWorkbook(table.rows(), faults));
part("csv-formulir").addEventListener("click", () => saveTable(table.rows()));
part("csv-temuan").addEventListener("click", () => saveFindings(table.rows()));
addEventListener("beforeprint", () => {
  const all = table.rows().length;
  part("terpotong").textContent = all <= PRINTED ? "" : `Yang dicetak ${number.format(PRINTED)} dari `
    + `${number.format(all)} formulir; selengkapnya ada di berkas XLSX atau CSV.`;
});
addEventListener("beforeunload", (event) => { if (rows.length) event.preventDefault(); });

const examples = await fetch("/web/contoh.json").then((answer) => answer.json()).catch(() => ({}));
const forms = Object.values(examples).map(({ value }) => value);
if (forms.length) {
  drop.append(element("p", "", button("Coba dengan contoh", "tautan", () => take(
    [new File([JSON.stringify(forms)], "contoh.json")]))));
}
