// @ts-check
// Many reviews in figures. Forms that need a person's care are counted and nothing else.

import { GRADE } from "./meja-model.js";

/** @typedef {import("./meja-model.js").Row} Row */
/** @typedef {{name: string, forms: number, mean: number | null, clean: number | null,
 *   done: number | null, rules: string[]}} Unit `clean` and `done` are shares */
/** @typedef {{rule: string, findings: number, forms: number}} RuleCount */
/** @typedef {{name: string, forms: number, mean: number | null}} Period */
/**
 * @typedef {{forms: number, care: number, failed: number, scored: number, mean: number | null,
 *   clean: number, approved: number, hours: number, bins: number[],
 *   grades: {name: string, forms: number}[], rules: RuleCount[], units: Unit[], trend: Period[]}}
 *   Figures
 */

/** @param {Row[]} rows @returns {Figures} */
export function figuresOf(rows) {
  const plain = rows.filter((row) => !row.shielded && row.review);
  const scores = plain.flatMap((row) => row.review?.score ?? []);
  const bins = Array.from({ length: 10 }, () => 0);
  for (const score of scores) {
    const at = Math.min(Math.floor(score / 10), 9);
    bins[at] = (bins[at] ?? 0) + 1;
  }
  return {
    forms: rows.length, care: rows.filter((row) => row.shielded).length,
    failed: rows.filter((row) => row.trouble).length, scored: scores.length, mean: mean(scores),
    clean: plain.filter(({ flawless }) => flawless).length,
    approved: plain.filter((row) => row.entry.form.disetujui_atasan).length,
    hours: plain.reduce((sum, row) => sum + (row.review?.jp.hours ?? 0), 0), bins,
    grades: Object.entries(GRADE).map(([id, name]) => (
      { name, forms: plain.filter((row) => row.review?.grade === id).length })),
    rules: rulesOf(plain),
    units: grouped(plain, (row) => row.unit).map(([name, group]) => unitOf(name, group)),
    trend: grouped(plain, periodOf).filter(([name]) => name)
      .map(([name, group]) => ({
        name, forms: group.length, mean: mean(group.flatMap((row) => row.review?.score ?? [])),
      })),
  };
}

/** @param {Row} row */
function periodOf({ entry: { form: { tahun, triwulan } } }) {
  return tahun && triwulan ? `${tahun} TW ${triwulan}` : "";
}

/** @param {string} name @param {Row[]} group @returns {Unit} */
function unitOf(name, group) {
  const steps = group.flatMap(({ entry }) => entry.form.tindak_lanjut ?? [])
    .filter(({ indikator }) => indikator?.trim());
  return {
    name, forms: group.length, mean: mean(group.flatMap((row) => row.review?.score ?? [])),
    clean: group.length ? group.filter(({ flawless }) => flawless).length / group.length : null,
    done: steps.length ? steps.filter(({ selesai }) => selesai).length / steps.length : null,
    rules: rulesOf(group).slice(0, 3).map(({ rule }) => rule),
  };
}

/** @param {Row[]} rows @returns {RuleCount[]} most frequent first */
function rulesOf(rows) {
  /** @type {Map<string, RuleCount>} */
  const counts = new Map();
  for (const { findings } of rows) {
    const here = new Set();
    for (const { rule } of findings) {
      const count = counts.get(rule) ?? { rule, findings: 0, forms: 0 };
      count.findings += 1;
      count.forms += Number(!here.has(rule));
      here.add(rule);
      counts.set(rule, count);
    }
  }
  return [...counts.values()]
    .sort((one, other) => other.findings - one.findings || one.rule.localeCompare(other.rule));
}

/** @param {Row[]} rows @param {(row: Row) => string} key @returns {[string, Row[]][]} by name */
function grouped(rows, key) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other, "id", { numeric: true }));
}

/** @param {number[]} values */
const mean = (values) => values.length
  ? Math.round(values.reduce((sum, value) => sum + value, 0) / values.length * 10) / 10 : null;
