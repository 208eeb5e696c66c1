// @ts-check
// Files to forms, forms to reviews: slice by slice, so that one can stop and go on.

/** @typedef {import("./meja-model.js").Entry} Entry */
/** @typedef {{letter: string, title: string, field: string | null, row_number: boolean}} Column */
/** @typedef {{place: string, detail: string}} Fault */
/** @typedef {{entries: Entry[], tables: {name: string, columns: Column[]}[], faults: Fault[],
 *   notes: string[]}} Contents */

/** Forms in one request. What a file repeats beyond it, its reading has counted. */
export const SLICE = 500;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** @type {[RegExp, string][]} */
const KINDS = [
  [/\.xls[xm]$/i, XLSX], [/\.(csv|tsv|txt)$/i, "text/csv"], [/\.json$/i, "application/json"],
  [/\.(jsonl|ndjson)$/i, "application/x-ndjson"],
];
const OFFLINE = "Layanan tidak dapat dihubungi. Periksa sambungan, lalu coba lagi.";
const BROKEN = "Layanan memutus jawaban di tengah jalan. Coba lagi.";

/** Something a person is told; its message is a sentence for them. */
export class Trouble extends Error {}

/** @param {Response} answer */
async function* linesOf(answer) {
  if (!answer.body) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line) yield JSON.parse(line);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Throws `Trouble`, and what `signal` throws when it is aborted.
 * @param {string} path @param {string} kind @param {BodyInit} body @param {AbortSignal} [signal] */
export async function posted(path, kind, body, signal) {
  let answer;
  try {
    const headers = { "content-type": kind };
    answer = await fetch(path, { method: "POST", headers, body, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Trouble(OFFLINE);
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  throw new Trouble(String(problem.detail ?? `Layanan menjawab dengan galat ${answer.status}.`));
}

/** The forms of a file and how it was read. Throws `Trouble`.
 * @param {File} file @param {number} limit bytes @param {AbortSignal} signal
 * @returns {Promise<Contents>} */
export async function readFile(file, limit, signal) {
  const kind = KINDS.find(([suffix]) => suffix.test(file.name))?.[1];
  if (!kind) {
    throw new Trouble(/\.(xls|xlsb|ods)$/i.test(file.name)
      ? "Buka berkas ini di Excel atau LibreOffice, lalu simpan sebagai .xlsx."
      : "Jenis berkas ini tidak dikenal. Pilih berkas XLSX, CSV, JSON, atau JSONL.");
  }
  if (file.size > limit) {
    const most = Math.floor(limit / 1_048_576);
    throw new Trouble(`Berkas ini lebih besar dari ${most} MB. Pecah menjadi beberapa berkas.`);
  }
  /** @type {Contents} */
  const found = { entries: [], tables: [], faults: [], notes: [] };
  let whole = false;
  try {
    for await (const line of linesOf(await posted("/v1/baca", kind, file, signal))) {
      if (line.form) {
        found.entries.push(
          { form: line.form, file: file.name, sheet: line.sheet, row: line.row });
      } else if (line.columns) found.tables.push({ name: line.sheet, columns: line.columns });
      else if (line.faults) found.faults.push(...line.faults);
      else if (line.copies) {
        for (const { form, salinan } of line.copies) {
          const entry = found.entries[form];
          if (entry) entry.copies = salinan;
        }
      } else if (line.note) found.notes.push(line.note);
      else if (line.problem) throw new Trouble(line.problem.detail);
      else if (line.end) whole = true;
    }
  } catch (error) {
    if (signal.aborted || error instanceof Trouble) throw error;
    throw new Trouble(BROKEN);
  }
  if (!whole) throw new Trouble(BROKEN);
  return found;
}

/** Ask for the reviews of `entries` in order; `got` takes each answer as it comes. Throws `Trouble`,
 * and what `signal` throws when it is aborted: what has come until then has been given.
 * @param {Entry[]} entries @param {AbortSignal} signal @param {(answer: any) => void} got */
export async function review(entries, signal, got) {
  for (let from = 0; from < entries.length; from += SLICE) {
    const part = entries.slice(from, from + SLICE);
    const body = part.map(({ form, copies }) => JSON.stringify(
      copies ? { formulir: form, salinan: copies } : form)).join("\n");
    let count = 0;
    try {
      const answer = await posted("/v1/review/batch", "application/x-ndjson", body, signal);
      for await (const line of linesOf(answer)) {
        if (count < part.length) got(line);
        count += 1;
      }
    } catch (error) {
      if (signal.aborted || error instanceof Trouble) throw error;
      throw new Trouble(BROKEN);
    }
    if (count !== part.length) throw new Trouble(BROKEN);
  }
}
