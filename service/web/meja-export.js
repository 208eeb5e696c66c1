// @ts-check
// The table and the findings as CSV or XLSX, made in the browser: nothing is sent anywhere.
//
// What a spreadsheet would run as a formula is defused, personal data is covered, and of forms that
// need a person's care only the notice goes out.

import { download } from "./element.js";
import {
  BADGE, fieldName, GRADE, masked, number, PREDIKAT, ruleTitle, SEVERITY, suggested,
} from "./meja-model.js";
import { figuresOf } from "./meja-figures.js";
import { workbook } from "./meja-xlsx.js";

/** @typedef {import("./meja-model.js").Row} Row */
/** @typedef {string | number} Cell */

const FORM_TITLES = [
  "formulir", "berkas", "lembar", "baris", "unit_kerja", "predikat", "skor", "mutu", "berhak_jp",
  "temuan", "temuan_utama", "sudah_dilihat",
];
const FINDING_TITLES = [
  "formulir", "lembar", "baris", "unit_kerja", "skor", "mutu", "berhak_jp", "isian", "penunjuk",
  "aturan", "tingkat", "kutipan", "pesan", "saran", "keyakinan", "perlu_dilihat_orang",
];

/** @param {Row} row @returns {Cell[]} */
function formCells(row) {
  const { file, sheet, row: line } = row.entry;
  return [
    row.id, file, sheet, line || "", row.unit, PREDIKAT[row.predikat] ?? "",
    row.review?.score ?? "", GRADE[row.review?.grade ?? ""] ?? "",
    row.review?.jp.eligible ? "ya" : "belum", row.shielded ? "" : row.findings.length,
    row.shielded ? BADGE : row.trouble || row.summary, row.seen ? "ya" : "belum",
  ];
}

/** @param {Row} row @returns {Cell[][]} a row to a finding, one to a form without any */
function findingCells(row) {
  const about = [
    row.id, row.entry.sheet, row.entry.row || "", row.unit, row.review?.score ?? "",
    GRADE[row.review?.grade ?? ""] ?? "", row.review?.jp.eligible ? "ya" : "belum",
  ];
  if (row.shielded) return [[...about, "Formulir", "", "", BADGE, "", row.care, "", "", "ya"]];
  if (!row.findings.length) return [[...about, ...Array(9).fill("")]];
  const cover = masked(row);
  return row.findings.map((finding) => [
    ...about, fieldName(finding.pointer), finding.pointer, finding.rule,
    SEVERITY[finding.severity], cover(finding.quote ?? ""), cover(finding.message),
    cover(finding.suggestions[0] ? suggested(finding.suggestions[0]) : ""),
    finding.confidence ?? "", finding.needs_review ? "ya" : "tidak",
  ]);
}

/** @param {Cell} value */
export function csvField(value) {
  let text = String(value);
  if (typeof value === "string" && /^ *[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {Cell[][]} rows */
const csv = (rows) => new Blob(
  ["\ufeff", rows.map((cells) => `${cells.map(csvField).join(",")}\r\n`).join("")],
  { type: "text/csv;charset=utf-8" },
);

/** @param {Row[]} rows */
export const saveTable = (rows) => (
  download("meja-formulir.csv", csv([FORM_TITLES, ...rows.map(formCells)])));

/** @param {Row[]} rows */
export const saveFindings = (rows) => (
  download("meja-temuan.csv", csv([FINDING_TITLES, ...rows.flatMap(findingCells)])));

/** @param {Row[]} rows @param {{file: string, place: string, detail: string}[]} faults what could
 * not be read */
export async function saveWorkbook(rows, faults) {
  const figures = figuresOf(rows);
  /** @type {Cell[][]} */
  const facts = [
    ["Formulir diperiksa", figures.forms], ["Formulir berskor", figures.scored],
    ["Rata-rata skor", figures.mean ?? "–"],
    ["Formulir tanpa temuan yang perlu diperbaiki", figures.clean],
    ["Formulir disetujui atasan", figures.approved],
    ["JP pegawai yang sudah menjadi hak", figures.hours], [BADGE, figures.care],
    ["Formulir tidak terperiksa", figures.failed],
  ];
  const units = figures.units.map((unit) => [
    unit.name, unit.forms, unit.mean ?? "", percent(unit.clean), percent(unit.done),
    unit.rules.map(ruleTitle).join("; "),
  ]);
  const counts = figures.rules.map(({ rule, findings, forms }) => (
    [ruleTitle(rule), rule, findings, forms]));
  download("meja-pemeriksaan.xlsx", await workbook([
    { name: "Ringkasan", widths: [48, 14], rows: [["ukuran", "jumlah"], ...facts] },
    { name: "Formulir", widths: [20, 24, 16, 8, 34, 16, 8, 16, 10, 9, 60, 13],
      rows: [FORM_TITLES, ...rows.map(formCells)] },
    { name: "Temuan",
      widths: [18, 14, 8, 30, 8, 16, 10, 20, 26, 28, 18, 34, 60, 60, 11, 12],
      rows: [FINDING_TITLES, ...rows.flatMap(findingCells)] },
    { name: "Rekap unit", widths: [40, 10, 15, 18, 18, 70],
      rows: [["unit_kerja", "formulir", "rata_rata_skor", "tanpa_perbaikan", "indikator_selesai",
        "temuan_tersering"], ...units] },
    { name: "Menurut aturan", widths: [44, 30, 10, 10],
      rows: [["judul", "aturan", "temuan", "formulir"], ...counts] },
    ...(faults.length ? [{ name: "Tidak terbaca", widths: [30, 30, 100],
      rows: [["berkas", "tempat", "sebab"],
        ...faults.map(({ file, place, detail }) => [file, place, detail])] }] : []),
  ]));
}

/** @param {number | null} share */
const percent = (share) => share === null ? "" : `${number.format(share * 100)}%`;
