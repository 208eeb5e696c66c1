// @ts-check
// The staff list for the four criteria: JSON, or CSV with a row of titles.

import { posted, Trouble } from "./meja-send.js";

/** @typedef {import("./meja-model.js").Row} Row */

/** @type {Record<string, string>} */
const TITLES = {
  unit: "unit_kerja", unit_organisasi: "unor", predikat_kinerja: "predikat", pegawai_baru: "baru",
  nama_pegawai: "nama", nip_pegawai: "nip",
};
const TEXTS = ["id", "nip", "nama", "unit_kerja", "unor"];
const YES = /^(ya|y|1|true|benar|x|v|✓)$/i;

/** The staff in a file, as `/v1/recap` takes them. Throws `Trouble`.
 * @param {File} file @returns {Promise<Record<string, unknown>[]>} */
export async function readStaff(file) {
  const text = (await file.text()).replace(/^\ufeff/, "");
  if (/^\s*[[{]/.test(text)) {
    try {
      const value = JSON.parse(text);
      if (Array.isArray(value)) return value;
    } catch { /* said below */ }
    throw new Trouble("Daftar pegawai ini bukan larik JSON yang sah.");
  }
  const [head = [], ...rows] = cells(text);
  const names = head.map((title) => {
    const plain = title.trim().toLowerCase().replace(/\s+/g, "_");
    return TITLES[plain] ?? plain;
  });
  if (!names.includes("id") && !names.includes("nip")) {
    throw new Trouble("Beri daftar pegawai satu baris judul dengan kolom id atau nip.");
  }
  return rows.filter((row) => row.some((cell) => cell.trim())).map((row) => {
    /** @type {Record<string, unknown>} */
    const one = {};
    names.forEach((name, at) => {
      const said = (row[at] ?? "").trim();
      if (!said) return;
      // A spreadsheet's apostrophe keeps the digits of a NIP from becoming a number.
      if (TEXTS.includes(name)) one[name] = said.replace(/^'/, "");
      else if (name === "predikat") one[name] = said.toLowerCase().replace(/\s+/g, "_");
      else if (name === "baru" || name === "target_tinggi") one[name] = YES.test(said);
    });
    return one;
  });
}

/** @param {string} text */
function cells(text) {
  const first = text.split("\n", 1)[0] ?? "";
  const cut = [",", ";", "\t", "|"]
    .reduce((best, mark) => first.split(mark).length > first.split(best).length ? mark : best);
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const end = () => { rows.at(-1)?.push(cell); cell = ""; };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (char === '"' && !cell) quoted = true;
    else if (char === cut) end();
    else if (char === "\n") { end(); rows.push([]); } else if (char !== "\r") cell += char;
  }
  end();
  return rows;
}

/** Ask the service for the four criteria of forms it has reviewed. Throws `Trouble`.
 * @param {Row[]} rows @param {Record<string, unknown>[] | null} staff */
export async function askCriteria(rows, staff) {
  const lines = (staff ?? []).map((pegawai) => JSON.stringify({ pegawai }));
  for (const { entry, review, flawless } of rows) {
    if (!review) continue;
    lines.push(JSON.stringify({ formulir: entry.form,
      hasil: { score: review.score, flawless, triage: review.triage.level } }));
  }
  const answer = await posted("/v1/recap", "application/x-ndjson", lines.join("\n"));
  return answer.json().catch(() => { throw new Trouble("Rekap tidak dapat dihitung. Coba lagi."); });
}
