// @ts-check
// What the desk knows of a form: the form, its review, and the row they make in the table.
//
// Texts that ask for help, and forms of konseling and rujukan, are health data (UU 27/2022): such a
// row is `shielded`, and nothing of its text leaves this module except through `row.form`.

/** @typedef {"error" | "warning" | "info"} Severity */
/** @typedef {{start: number, end: number}} Span Unicode code points, as the service sends them */
/** @typedef {{text: string, pointer: string | null}} Suggestion */
/**
 * @typedef {{rule: string, pointer: string, span: Span | null, quote: string | null,
 *   severity: Severity, confidence: number | null, needs_review: boolean, primary: boolean,
 *   message: string, why: string, suggestions: Suggestion[], questions: string[]}} Finding
 */
/**
 * @typedef {{form_id: string | null, score: number | null, grade: string | null,
 *   aspects: Record<string, number | null>, findings: Finding[],
 *   jp: {eligible: boolean, hours: number, reasons: string[]},
 *   triage: {level: "none" | "konseling" | "rujukan"}, opening: string | null}} Review
 */
/** @typedef {{rtl?: string, indikator?: string, tenggat?: string, selesai?: boolean,
 *   disetujui?: boolean}} Step */
/** @typedef {{ikon?: string, teks?: string, target?: number, realisasi?: number, satuan?: string,
 *   predikat?: string}} Feedback */
/**
 * @typedef {{id?: string, jenis?: string, tahun?: number, triwulan?: number,
 *   pegawai?: {nip?: string, nama?: string, jabatan?: string, unit_kerja?: string, unor?: string,
 *     predikat?: string},
 *   atasan?: {nama?: string, jabatan?: string}, metode?: string, inisiatif?: string, rhk?: string,
 *   topik?: string, hasil?: string, tindak_lanjut?: Step[],
 *   dialog?: {tanggal?: string, catatan?: string}, disetujui_atasan?: boolean,
 *   umpan_balik?: Feedback[]}} Form
 */
/** @typedef {{form: Form, file: string, sheet: string, row: number, copies?: number[]}} Entry
 * `copies`: how many other people of the file were given each feedback */
/**
 * @typedef {object} Row
 * @property {number} number from 0, in the order of the file
 * @property {Entry} entry
 * @property {Review | null} review null where the service could not review the form
 * @property {string} trouble the sentence in that case
 * @property {string} id @property {string} unit @property {string} person
 * @property {string} predikat @property {string} sought lower case, for the search
 * @property {string} care the notice when a person must look, or ""
 * @property {boolean} shielded
 * @property {boolean} flawless nothing was found that must be mended, shown or not
 * @property {Finding[]} findings those that may be shown
 * @property {string} summary the titles of the primary findings, for the table
 * @property {boolean} seen
 */

export const number = new Intl.NumberFormat("id", { maximumFractionDigits: 1 });

/** @type {Record<string, string>} */
export const GRADE = {
  sangat_baik: "Sangat baik", baik: "Baik",
  perlu_perbaikan: "Perlu perbaikan", belum_sesuai: "Belum sesuai",
};
/** @type {Record<Severity, string>} */
export const SEVERITY = {
  error: "Perlu diperbaiki", warning: "Perlu diperhatikan", info: "Catatan",
};
/** @type {Record<string, string>} */
export const ASPECT = {
  topik: "Topik", hasil: "Hasil", rtl: "RTL", indikator: "Indikator", sinkron: "Kesinambungan",
  dialog: "Dialog", administrasi: "Administrasi", umpan_balik: "Umpan balik",
};
/** @type {Record<string, string>} */
export const PREDIKAT = {
  sangat_baik: "Sangat baik", baik: "Baik", butuh_perbaikan: "Butuh perbaikan",
  kurang: "Kurang", sangat_kurang: "Sangat kurang",
};
/** @type {Record<string, string>} */
export const REASON = {
  FORM_TIDAK_LENGKAP: "isian belum lengkap", INDIKATOR_KURANG: "ada RTL tanpa indikator",
  DIALOG_BELUM_DILAKUKAN: "dialog belum dilakukan atau belum dicatat",
  BELUM_DISETUJUI: "belum disetujui atasan", INDIKATOR_BELUM_SELESAI: "indikator belum selesai",
  BUKAN_BIMBINGAN: "bukan formulir bimbingan",
};
export const BADGE = "Perlu perhatian pembina";
export const NO_UNIT = "Tanpa unit kerja";
/** @type {Record<string, string>} */
const CARE = {
  konseling: "Perlu dilihat orang: teks ini mungkin memerlukan konseling kinerja.",
  rujukan: "Perlu dilihat orang hari ini: teks ini mungkin meminta pertolongan. Temui pegawai, dan "
    + "hubungi KORPRI atau tenaga profesional. Ini saran, bukan diagnosis.",
  jenis: "Formulir ini mencatat konseling atau rujukan. Mutunya tidak dinilai dan isinya tidak "
    + "ditampilkan di sini; bukalah berkas asalnya bersama pembina yang berwenang.",
};
/** @type {Record<string, string>} */
const FIELDS = {
  "/id": "Nomor formulir", "/jenis": "Jenis pembinaan", "/tahun": "Tahun", "/triwulan": "Triwulan",
  "/pegawai": "Pegawai", "/pegawai/predikat": "Predikat kinerja pegawai",
  "/metode": "Metode bimbingan", "/inisiatif": "Inisiatif", "/rhk": "Rencana hasil kerja",
  "/topik": "Topik", "/hasil": "Hasil yang diharapkan", "/tindak_lanjut": "Rencana tindak lanjut",
  "/tindak_lanjut/-": "Tindak lanjut", "/tindak_lanjut/-/rtl": "RTL",
  "/tindak_lanjut/-/indikator": "Indikator", "/tindak_lanjut/-/tenggat": "Tenggat",
  "/dialog": "Dialog kinerja", "/dialog/tanggal": "Tanggal dialog",
  "/dialog/catatan": "Catatan dialog", "/disetujui_atasan": "Persetujuan atasan",
  "/umpan_balik": "Umpan balik", "/umpan_balik/-": "Umpan balik", "/umpan_balik/-/ikon": "Ikon",
  "/umpan_balik/-/teks": "Umpan balik", "/umpan_balik/-/target": "Target",
  "/umpan_balik/-/realisasi": "Realisasi", "/umpan_balik/-/predikat": "Predikat realisasi",
};

/** How a pointer is called: `/tindak_lanjut/1/rtl` → “RTL 2”.
 * @param {string} pointer */
export function fieldName(pointer) {
  const at = pointer.match(/\/(\d+)(?:\/|$)/)?.[1];
  const name = FIELDS[pointer.replace(/\/\d+(?=\/|$)/, "/-")] ?? "Formulir";
  return at === undefined ? name : `${name} ${Number(at) + 1}`;
}

/** @type {Map<string, string>} */
const titles = new Map();
/** @param {Iterable<[string, string]>} known */
export function nameRules(known) {
  for (const [id, title] of known) titles.set(id, title);
}
/** @param {string} id */
export const ruleTitle = (id) => titles.get(id) ?? id.toLowerCase().replaceAll("_", " ");

/** @type {Map<string, string>} */
const kept = new Map();
/** The same text once in memory, however many answers repeat it.
 * @param {string} text */
function once(text) {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size < 5_000) kept.set(text, text);
  return text;
}

/** @param {number} at @param {Entry} entry @param {any} answer a Review, or a problem object
 * @returns {Row} */
export function rowOf(at, entry, answer) {
  const { form } = entry;
  const reviewed = /** @type {Review | null} */ ("findings" in answer ? answer : null);
  const level = reviewed?.triage.level ?? "none";
  const other = !["bimbingan", "", undefined].includes(form.jenis);
  const care = CARE[level] ?? (other ? CARE["jenis"] : "") ?? "";
  const findings = care || !reviewed ? [] : reviewed.findings.map(slim);
  const id = form.id ?? reviewed?.form_id ?? `Formulir ${at + 1}`;
  const person = form.pegawai?.nama ?? form.pegawai?.jabatan ?? "";
  const primary = findings.filter((finding) => finding.primary);
  const shown = [...new Set((primary.length ? primary : findings).map(({ rule }) => rule))];
  return {
    number: at, entry, review: reviewed && { ...reviewed, findings }, care,
    trouble: reviewed ? "" : String(answer.detail ?? "Formulir ini tidak dapat diperiksa."),
    id, unit: oneLine(form.pegawai?.unit_kerja || form.pegawai?.unor) || NO_UNIT, person,
    predikat: form.pegawai?.predikat ?? "", sought: `${id} ${person}`.toLowerCase(),
    shielded: care !== "", flawless: !reviewed?.findings.some(isError), findings, summary: shown.map(ruleTitle).join(" · "), seen: false,
  };
}

/** @param {Finding} finding */
const isError = ({ severity }) => severity === "error";
/** @param {string | undefined} text */
const oneLine = (text) => (text ?? "").split(/\s+/).join(" ").trim();

/** @param {Finding} sent @returns {Finding} */
function slim(sent) {
  return {
    rule: once(sent.rule), pointer: once(sent.pointer), span: sent.span, quote: sent.quote,
    severity: sent.severity, confidence: sent.confidence, needs_review: sent.needs_review,
    primary: sent.primary, message: once(sent.message), why: once(sent.why),
    suggestions: (sent.suggestions ?? []).map(({ text, pointer }) => (
      { text: once(text), pointer: pointer ?? null })),
    questions: (sent.questions ?? []).map(once),
  };
}

/** What the table sorts and filters by as a grade. @param {Row} row */
export const gradeOf = (row) => row.shielded ? "perhatian" : row.review?.grade ?? "tanpa";

/** Text that may leave the page: personal data found in the form is covered.
 * @param {Row} row @returns {(text: string) => string} */
export function masked(row) {
  const secrets = row.findings
    .flatMap(({ rule, quote }) => rule === "DATA_PRIBADI" && quote ? [quote] : []);
  return (text) => secrets.reduce(
    (said, secret) => said.replaceAll(secret, secret.replace(/[\p{L}\p{N}_]/gu, "•")), text,
  );
}

/** A suggestion as one reads it: with the field it is for when that is another one.
 * @param {Suggestion} suggestion */
export const suggested = ({ text, pointer }) => pointer ? `${fieldName(pointer)}: ${text}` : text;

/** Where a form came from, as a person finds it again. @param {Entry} entry */
export function origin({ file, sheet, row }) {
  const place = [sheet && `lembar ${sheet}`, row && `baris ${row}`].filter(Boolean).join(", ");
  return [file, place].filter(Boolean).join(" · ");
}
