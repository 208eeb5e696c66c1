// @ts-check
// The recap per unit with its charts, and the four criteria, which need the staff list.

import { element } from "./element.js";
import { columns, line, meter } from "./meja-charts.js";
import { figuresOf } from "./meja-figures.js";
import { BADGE, NO_UNIT, number, ruleTitle } from "./meja-model.js";

/** @typedef {import("./meja-model.js").Row} Row */
/** @typedef {import("./meja-figures.js").Figures} Figures */
/** @typedef {{rule: (id: string) => void, unit: (name: string) => void, care: () => void}} Acts */

const RULES = 15;
const percent = new Intl.NumberFormat("id", { style: "percent", maximumFractionDigits: 0 });

/** @param {Row[]} rows @param {Acts} acts @returns {Node[]} */
export function recapOf(rows, acts) {
  const figures = figuresOf(rows);
  return [
    tiles(figures, acts), spread(figures), rules(figures, acts), trend(figures),
    units(figures, acts),
  ];
}

/** @param {Figures} figures @param {Acts} acts */
function tiles(figures, acts) {
  /** @type {[string, string][]} */
  const told = [
    ["Formulir diperiksa", number.format(figures.forms)],
    ["Rata-rata skor", figures.mean === null ? "–" : number.format(figures.mean)],
    ["Tanpa temuan yang perlu diperbaiki", number.format(figures.clean)],
    ["Disetujui atasan", number.format(figures.approved)],
    ["JP pegawai yang sudah menjadi hak", number.format(figures.hours)],
  ];
  if (figures.failed) told.push(["Tidak terperiksa", number.format(figures.failed)]);
  const list = element("dl", "angka-angka", ...told.map(([name, value]) => (
    element("div", "", element("dt", "", name), element("dd", "", value)))));
  if (figures.care) {
    const go = element("button", "tautan", BADGE);
    go.type = "button";
    go.addEventListener("click", acts.care);
    list.append(element("div", "", element("dt", "", go),
      element("dd", "", number.format(figures.care))));
  }
  return list;
}

/** @param {Figures} figures */
function spread(figures) {
  const bins = figures.bins.map((value, at) => (
    { label: `${at * 10}–${at < 9 ? at * 10 + 9 : 100}`, short: `${at * 10}+`, value }));
  const grades = figures.grades.map(({ name, forms }) => ({ label: name, value: forms }));
  return element("div", "berdampingan",
    section("Formulir menurut skor", columns("Formulir menurut skor", bins)),
    section("Formulir menurut mutu", columns("Formulir menurut mutu", grades)));
}

/** @param {Figures} figures @param {Acts} acts */
function rules(figures, acts) {
  if (!figures.rules.length) return section("Temuan menurut aturan", said("Tidak ada temuan."));
  const most = figures.rules[0]?.findings ?? 1;
  const body = figures.rules.slice(0, RULES).map(({ rule, findings, forms }) => [
    goes(ruleTitle(rule), () => acts.rule(rule)), String(findings), String(forms),
    meter(findings / most, `${findings} temuan`),
  ]);
  return section("Temuan menurut aturan",
    table(["Aturan", "Temuan", "Formulir", "Perbandingan"], body, [1, 2]));
}

/** @param {Figures} figures */
function trend({ trend: periods }) {
  const points = periods.flatMap(({ name, mean, forms }) => mean === null ? [] : [
    { label: `${name} (${forms})`, value: mean, said: number.format(mean) }]);
  return section("Perkembangan per triwulan", points.length < 2
    ? said("Perkembangan tampak bila berkas memuat paling sedikit dua triwulan.")
    : element("div", "", said("Rata-rata skor; dalam kurung, banyaknya formulir."),
      line("Rata-rata skor per triwulan", points)));
}

/** @param {Figures} figures @param {Acts} acts */
function units(figures, acts) {
  const body = figures.units.map((unit) => [
    goes(unit.name, () => acts.unit(unit.name)), String(unit.forms),
    unit.mean === null ? "–" : number.format(unit.mean),
    meter((unit.mean ?? 0) / 100, `skor ${unit.mean ?? "tidak ada"}`),
    share(unit.clean), share(unit.done), unit.rules.map(ruleTitle).join("; "),
  ]);
  return section("Per unit kerja", table(["Unit kerja", "Formulir", "Rata-rata skor", "Skor",
    "Tanpa perbaikan", "Indikator selesai", "Temuan tersering"], body, [1, 2, 4, 5]));
}

// --- the four criteria ----------------------------------------------------------------------

/** @typedef {{name: string | null, kuantitas: any, kualitas: any, prioritas: any,
 *   indikator: any}} Criteria as `/v1/recap` gives them */

/** @param {{total: Criteria, unit_kerja: Criteria[], copies?: any[], unlisted?: number}} recap
 * @returns {Node[]} */
export function criteriaOf(recap) {
  const row = (/** @type {Criteria} */ { kuantitas, kualitas, prioritas, indikator },
    /** @type {string} */ name) => [
    name,
    barred(`${number.format(kuantitas.forms)} formulir${kuantitas.staff
      ? `; ${number.format(kuantitas.coached)} dari ${number.format(kuantitas.staff)} pegawai` : ""}`,
    kuantitas.share),
    barred(kualitas.mean === null ? "–"
      : `${number.format(kualitas.mean)}; ${share(kualitas.share)} tanpa perbaikan`,
    kualitas.mean === null ? null : kualitas.mean / 100),
    barred(partly(prioritas.coached, prioritas.staff), prioritas.share),
    barred(partly(indikator.completed, indikator.total), indikator.share),
  ];
  const body = [row(recap.total, "Seluruhnya"),
    ...recap.unit_kerja.map((unit) => row(unit, unit.name ?? NO_UNIT))];
  /** @type {Node[]} */
  const made = [table(
    ["Unit kerja", "Kuantitas", "Kualitas", "Pegawai prioritas", "Indikator selesai"], body, [])];
  const missing = recap.total.prioritas.missing ?? [];
  if (missing.length) {
    made.push(element("details", "", element("summary", "",
      `${number.format(missing.length)} pegawai belum memiliki formulir`),
    element("p", "", missing.slice(0, 500).map((/** @type {any} */ one) => one.pegawai).join(", "))));
  }
  if (recap.unlisted) {
    made.push(said(`${recap.unlisted} formulir pegawainya tidak ada dalam daftar pegawai.`));
  }
  for (const { people, forms } of recap.copies ?? []) {
    made.push(said(`Umpan balik yang sama untuk ${people} pegawai: ${forms.join(", ")}.`));
  }
  return made;
}

// --- parts ----------------------------------------------------------------------------------

/** @param {string} text @param {number | null} part a share, drawn below the text */
const barred = (text, part) => element("div", "", text, ...(part === null ? []
  : [meter(part, percent.format(part))]));
/** @param {number} some @param {number} all */
const partly = (some, all) => all ? `${number.format(some)} dari ${number.format(all)}` : "–";
/** @param {number | null} value */
const share = (value) => value === null ? "–" : percent.format(value);
/** @param {string} text */
const said = (text) => element("p", "redup", text);
/** @param {string} title @param {Node} content */
const section = (title, content) => element("section", "", element("h2", "", title), content);

/** @param {string} text @param {() => void} act */
function goes(text, act) {
  const made = element("button", "tautan", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** @param {string[]} head @param {(Node | string)[][]} body @param {number[]} figures columns of
 * numbers */
function table(head, body, figures) {
  const kind = (/** @type {number} */ at) => figures.includes(at) ? "n" : "";
  const titles = head.map((title, at) => {
    const made = element("th", kind(at), title);
    made.scope = "col";
    return made;
  });
  const box = element("div", "gulir", element("table", "",
    element("thead", "", element("tr", "", ...titles)),
    element("tbody", "", ...body.map((cells) => element("tr", "",
      ...cells.map((cell, at) => element("td", kind(at), cell)))))));
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", `Tabel ${head[0]?.toLowerCase()}`);
  return box;
}
