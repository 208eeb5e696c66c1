// @ts-check
// The note a reviewer may send back: brief praise, one located remark, what to write instead.
// Only from the review's own data.

import { fieldName, masked, REASON, suggested } from "./meja-model.js";

/** @typedef {import("./meja-model.js").Row} Row */
/** @typedef {import("./meja-model.js").Finding} Finding */

const GRAVITY = ["error", "warning", "info"];

/** @param {Row} row @returns {string} "" where no note may be written */
export function noteOf(row) {
  const { review } = row;
  if (!review || row.shielded) return "";
  const cover = masked(row);
  const said = [review.opening ?? "Terima kasih, formulirnya sudah disusun."];
  const first = remarked(row.findings);
  if (first) said.push(remark(first));
  const rest = new Set(row.findings.filter((finding) => finding !== first
    && finding.severity !== "info").map(({ pointer }) => fieldName(pointer)));
  if (first) rest.delete(fieldName(first.pointer));
  if (rest.size) said.push(`Sesudah itu, periksa juga: ${[...rest].join(", ")}.`);
  const waiting = review.jp.reasons.map((id) => REASON[id] ?? "").filter(Boolean);
  if (review.jp.eligible) said.push(`OK, berhak atas ${review.jp.hours} JP.`);
  else if (waiting.length) said.push(`Belum berhak atas 2 JP: ${waiting.join("; ")}.`);
  return cover(said.join("\n"));
}

/** The finding to mend first. @param {Finding[]} findings */
function remarked(findings) {
  const rank = (/** @type {Finding} */ finding) => Number(!finding.primary) * 10
    + GRAVITY.indexOf(finding.severity) * 2 + Number(!finding.suggestions.length);
  return findings.reduce(
    (/** @type {Finding | null} */ best, each) => best && rank(best) <= rank(each) ? best : each,
    null,
  );
}

/** @param {Finding} finding */
function remark(finding) {
  const [suggestion] = finding.suggestions;
  const [question] = finding.questions;
  const where = fieldName(finding.pointer);
  const said = [`${where}: ${finding.message}`];
  if (suggestion) {
    const gaps = /\[[^\]]+\]/.test(suggestion.text) ? " (isi bagian dalam kurung siku)" : "";
    said.push(`Tulis misalnya: “${suggested(suggestion)}”${gaps}.`);
  } else said.push(question ?? finding.why);
  return said.join(" ");
}
