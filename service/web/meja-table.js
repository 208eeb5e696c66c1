// @ts-check
// The table of forms: only the rows in sight are elements, so ten thousand are as quick as ten.
// On a narrow screen each row is a card; the grid and its keys are the same.

import { element } from "./element.js";
import { BADGE, GRADE, gradeOf, number, PREDIKAT } from "./meja-model.js";

/** @typedef {import("./meja-model.js").Row} Row */
/** @typedef {{key: string, title: string, value: (row: Row) => string | number}} Column */
/** @typedef {{open: (row: Row) => void, follow: (row: Row) => void,
 *   mark: (row: Row) => void}} Acts */

const ROW = 2.75;
const CARD = 7.25;
const AROUND = 6;
const NARROW = matchMedia("(max-width: 47.99rem)");
const GRAVITY = ["belum_sesuai", "perlu_perbaikan", "baik", "sangat_baik", "tanpa", "perhatian"];
const LAST = 1_000;
/** Rows that go on paper; more than this is a job for the workbook. */
export const PRINTED = 1_000;

/** @type {Column[]} */
const COLUMNS = [
  { key: "seen", title: "Dilihat", value: (row) => Number(row.seen) },
  { key: "score", title: "Skor", value: (row) => row.review?.score ?? LAST },
  { key: "grade", title: "Mutu", value: (row) => GRAVITY.indexOf(gradeOf(row)) },
  { key: "id", title: "Formulir", value: (row) => row.id },
  { key: "unit", title: "Unit kerja", value: (row) => row.unit },
  { key: "person", title: "Pegawai", value: (row) => row.person },
  { key: "found", title: "Temuan utama", value: (row) => -row.findings.length },
];
const words = new Intl.Collator("id", { numeric: true });

/** @param {HTMLElement} grid the scrolling element @param {Acts} acts */
export function makeTable(grid, acts) {
  const head = element("div", "kepala");
  const body = element("div", "badan");
  const headRow = element("div", "lajur judul");
  head.setAttribute("role", "rowgroup");
  body.setAttribute("role", "rowgroup");
  headRow.setAttribute("role", "row");
  headRow.setAttribute("aria-rowindex", "1");
  head.append(headRow);
  grid.setAttribute("aria-colcount", String(COLUMNS.length));
  grid.replaceChildren(head, body);

  /** @type {Row[]} */
  let rows = [];
  let active = -1;
  let sort = { key: "", down: false };
  /** @type {Map<number, HTMLElement>} rows that are elements now, by the form's number */
  let shown = new Map();
  let frame = 0;
  let printing = false;

  for (const column of COLUMNS) {
    const cell = element("div", `sel ${column.key}`);
    const title = element("button", "urut", column.title);
    title.type = "button";
    title.addEventListener("click", () => sortBy(column.key));
    cell.setAttribute("role", "columnheader");
    cell.dataset["kunci"] = column.key;
    cell.append(title);
    headRow.append(cell);
  }

  const height = () => (NARROW.matches ? CARD : ROW)
    * parseFloat(getComputedStyle(document.documentElement).fontSize);
  const headHeight = () => head.offsetHeight;

  function draw() {
    frame = 0;
    const high = height();
    body.style.height = `${rows.length * high}px`;
    const last = Math.ceil((grid.scrollTop + grid.clientHeight) / high) + AROUND;
    const from = printing ? 0 : Math.max(0, Math.floor(grid.scrollTop / high) - AROUND);
    const to = Math.min(rows.length, printing ? PRINTED : last);
    /** @type {Map<number, HTMLElement>} */
    const next = new Map();
    for (let at = from; at < to; at += 1) {
      const row = /** @type {Row} */ (rows[at]);
      const made = shown.get(row.number) ?? drawRow(row);
      made.style.transform = `translateY(${at * high}px)`;
      made.setAttribute("aria-rowindex", String(at + 2));
      made.setAttribute("aria-selected", String(at === active));
      made.classList.toggle("genap", at % 2 === 0);
      made.dataset["ke"] = String(at);
      next.set(row.number, made);
    }
    for (const [id, old] of shown) if (!next.has(id)) old.remove();
    // In the order of the table, for those who hear it read.
    let before = /** @type {Element | null} */ (null);
    for (const made of next.values()) {
      if (made.previousElementSibling !== before || made.parentElement !== body) {
        if (before) before.after(made);
        else body.prepend(made);
      }
      before = made;
    }
    shown = next;
    const current = rows[active];
    if (current && next.has(current.number)) {
      grid.setAttribute("aria-activedescendant", `lajur-${current.number}`);
    } else grid.removeAttribute("aria-activedescendant");
  }

  function later() {
    if (!frame) frame = requestAnimationFrame(draw);
  }

  /** @param {number} at */
  function reveal(at) {
    const high = height();
    const room = grid.clientHeight - headHeight();
    const top = at * high;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + high > grid.scrollTop + room) grid.scrollTop = top + high - room;
  }

  /** @param {number} at */
  function activate(at) {
    if (!rows.length) return;
    active = Math.max(0, Math.min(rows.length - 1, at));
    reveal(active);
    draw();
    const row = rows[active];
    if (row) acts.follow(row);
  }

  /** Upwards, then downwards, then as in the file. @param {string} key */
  function sortBy(key) {
    const again = sort.key === key;
    sort = again && sort.down ? { key: "", down: false } : { key, down: again };
    for (const cell of headRow.children) {
      const here = /** @type {HTMLElement} */ (cell).dataset["kunci"] === sort.key;
      if (here) cell.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
    show(rows);
  }

  /** @param {Row[]} all */
  function sorted(all) {
    const column = COLUMNS.find(({ key }) => key === sort.key);
    if (!column) return [...all].sort((one, other) => one.number - other.number);
    const sign = sort.down ? -1 : 1;
    return all
      .map((row) => ({ row, value: column.value(row) }))
      .sort((one, other) => (typeof one.value === "number" && typeof other.value === "number"
        ? one.value - other.value : words.compare(String(one.value), String(other.value))) * sign
        || one.row.number - other.row.number)
      .map(({ row }) => row);
  }

  /** Show these rows, in the chosen order; the active one stays active where it is among them.
   * @param {Row[]} all */
  function show(all) {
    const kept = rows[active];
    rows = sorted(all);
    active = kept ? rows.indexOf(kept) : -1;
    grid.setAttribute("aria-rowcount", String(rows.length + 1));
    later();
  }

  /** Draw a row anew. @param {Row} row */
  function refresh(row) {
    shown.get(row.number)?.remove();
    shown.delete(row.number);
    draw();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.target !== grid || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((grid.clientHeight - headHeight()) / height()) - 1);
    /** @type {Record<string, number>} */
    const moves = {
      ArrowDown: active + 1, ArrowUp: active < 0 ? 0 : active - 1, PageDown: active + page,
      PageUp: active - page, Home: 0, End: rows.length - 1,
    };
    const to = moves[event.key];
    const row = rows[active];
    if (to !== undefined) activate(to);
    else if (row && (event.key === "Enter" || event.key === " ")) acts.open(row);
    else if (row && event.key.toLowerCase() === "d") acts.mark(row);
    else return;
    event.preventDefault();
  }

  grid.addEventListener("scroll", later, { passive: true });
  grid.addEventListener("keydown", onKey);
  grid.addEventListener("focus", () => {
    if (active < 0 && rows.length && grid.matches(":focus-visible")) activate(0);
  });
  body.addEventListener("click", (event) => {
    const found = /** @type {Element} */ (event.target).closest(".lajur");
    if (!(found instanceof HTMLElement)) return;
    activate(Number(found.dataset["ke"]));
    const row = rows[active];
    if (row) acts.open(row);
  });
  new ResizeObserver(later).observe(grid);
  NARROW.addEventListener("change", later);
  // On paper nobody scrolls.
  addEventListener("beforeprint", () => { printing = true; draw(); });
  addEventListener("afterprint", () => { printing = false; draw(); });

  return {
    show, refresh,
    rows: () => rows,
    /** The row some places on, made active; null at the end. @param {number} step */
    step(step) {
      const to = active + step;
      if (to < 0 || to >= rows.length) return null;
      activate(to);
      return rows[to] ?? null;
    },
    focus() { grid.focus({ preventScroll: true }); },
  };
}

/** @param {Row} row */
function drawRow(row) {
  const made = element("div", `lajur ${row.seen ? "dilihat" : ""}`);
  made.id = `lajur-${row.number}`;
  made.setAttribute("role", "row");
  for (const { key } of COLUMNS) {
    const cell = element("div", `sel ${key}`, ...content(key, row));
    cell.setAttribute("role", "gridcell");
    made.append(cell);
  }
  return made;
}

/** @param {string} key @param {Row} row @returns {(Node | string)[]} */
function content(key, row) {
  const grade = gradeOf(row);
  switch (key) {
    case "seen": return row.seen
      ? [element("span", "tanda", "✓"), element("span", "baca", "sudah dilihat")] : [];
    case "score": return row.review?.score === null || !row.review ? ["–"]
      : [element("span", `angka ${grade}`, number.format(row.review.score))];
    case "grade": return [GRADE[grade] ?? "–"];
    case "id": return [row.id];
    case "unit": return [row.unit];
    case "person": return [row.person, ...(row.predikat
      ? [element("span", "redup predikat", ` ${PREDIKAT[row.predikat] ?? ""}`)] : [])];
    default: {
      if (row.shielded) return [element("span", "lencana", BADGE)];
      if (row.trouble) return [element("span", "lencana galat", "Tidak terperiksa")];
      if (!row.findings.length) return [element("span", "bersih", "Tidak ada temuan")];
      return [element("span", "jumlah", String(row.findings.length)), ` ${row.summary}`];
    }
  }
}
