// @ts-check
// The smallest workbook Excel, LibreOffice and Google Sheets open without complaint: strings stand
// in their cells as strings, whatever they begin with (ECMA-376 part 1, 18.3.1.4, t="inlineStr").

/** @typedef {string | number} Cell */
/** @typedef {{name: string, widths: number[], rows: Cell[][]}} Sheet the first row holds titles */

const LONGEST = 32_767;
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\p{Cs}/gu;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const [PLAIN, TITLE, QUOTED] = [0, 1, 2];
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">`
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
  + '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts>'
  + '<fills count="3"><fill><patternFill patternType="none"/></fill>'
  + '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">'
  + '<fgColor rgb="FF0B6B5D"/></patternFill></fill></fills>'
  + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
  + '<cellXfs count="3"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf fontId="1" fillId="2" applyFont="1" applyFill="1"/>'
  + '<xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
  + "</styleSheet>";

/** @param {Sheet[]} sheets @returns {Promise<Blob>} */
export function workbook(sheets) {
  const parts = sheets.map((_, at) => at + 1);
  return zip([
    ["[Content_Types].xml", `${HEAD}<Types xmlns="${PACKAGE}/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`
      + `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts.map((id) => (
        `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`
      )).join("")}</Types>`],
    ["_rels/.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`
      + `<Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ["xl/workbook.xml", `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${
      sheets.map(({ name }, at) => (
        `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)).join("")
    }</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${
      parts.map((id) => (
        `<Relationship Id="s${id}" Type="${REL}/worksheet" Target="worksheets/sheet${id}.xml"/>`
      )).join("")}<Relationship Id="st" Type="${REL}/styles" Target="styles.xml"/></Relationships>`],
    ["xl/styles.xml", STYLES],
    ...sheets.map((sheet, at) => /** @type {[string, string]} */ (
      [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  ]);
}

/** @param {Sheet} sheet */
function sheetXml({ widths, rows }) {
  const last = `${letter(Math.max(widths.length - 1, 0))}${Math.max(rows.length, 1)}`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`
    + '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    + `</sheetViews><cols>${widths.map((width, at) => (
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)).join("")}</cols>`
    + `<sheetData>${rows.map(rowXml).join("")}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

/** @param {Cell[]} cells @param {number} at */
function rowXml(cells, at) {
  return `<row r="${at + 1}">${cells.map((value, column) => {
    const place = `${letter(column)}${at + 1}`;
    if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
    if (value === "") return "";
    const style = at === 0 ? TITLE : /^[=+\-@\t\r]/.test(value) ? QUOTED : PLAIN;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${
      escaped(value)}</t></is></c>`;
  }).join("")}</row>`;
}

/** Up to 26 columns. @param {number} at */
const letter = (at) => String.fromCharCode(65 + at);

/** @param {string} text */
function escaped(text) {
  const kept = text.replace(FORBIDDEN, "");
  const short = kept.length <= LONGEST ? kept
    : `${kept.slice(0, LONGEST - 2).replace(/[\ud800-\udbff]$/, "")} …`;
  return short.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

// --- zip (APPNOTE 6.3.10, without encryption or zip64) ----------------------------------------

const CRC = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = at;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
  return value;
});
const UTF8 = 0x800;
const DEFLATED = 8;
const FIRST_DAY = 33; // 1 January 1980: a workbook made twice is the same bytes

/** @param {[string, string][]} files @returns {Promise<Blob>} */
async function zip(files) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const made = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const index = [];
  const encoder = new TextEncoder();
  let at = 0;
  for (const [name, text] of files) {
    const label = encoder.encode(name);
    const plain = encoder.encode(text);
    const packed = await deflated(plain);
    const about = [20, UTF8, DEFLATED, 0, FIRST_DAY];
    const sizes = [crc(plain), packed.length, plain.length];
    const head = record([0x04034b50], about, sizes, [label.length, 0]);
    index.push(
      record([0x02014b50], [20, ...about], sizes, [label.length, 0, 0, 0, 0], [0, at]), label);
    made.push(head, label, packed);
    at += head.length + label.length + packed.length;
  }
  const size = index.reduce((sum, { length }) => sum + length, 0);
  const end = record([0x06054b50], [0, 0, files.length, files.length], [size, at], [0]);
  return new Blob([...made, ...index, end], { type: `${TYPE}.sheet` });
}

/** Little-endian numbers: 32 and 16 bits by turns, one list each.
 * @param {...number[]} lists */
function record(...lists) {
  const bytes = lists.flatMap((list, turn) => list.flatMap((value) => turn % 2
    ? [value, value >>> 8] : [value, value >>> 8, value >>> 16, value >>> 24]));
  return Uint8Array.from(bytes);
}

/** @param {Uint8Array} bytes */
function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC[(value ^ byte) & 255] ?? 0) ^ value >>> 8;
  return (value ^ 0xffffffff) >>> 0;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function deflated(bytes) {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
