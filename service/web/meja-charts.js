// @ts-check
// Small charts as inline SVG; colours come from the style sheet, and each is read aloud as a list.

import { drawn } from "./element.js";

/** @typedef {{label: string, value: number, said?: string, short?: string}} Bar `short` is drawn in
 * place of the label */

const WIDTH = 640;
const HEIGHT = 220;
const BASE = 188;
const TOP = 22;

/** Upright bars. @param {string} name @param {Bar[]} bars @param {number} [most] */
export function columns(name, bars, most = Math.max(1, ...bars.map(({ value }) => value))) {
  const step = WIDTH / Math.max(bars.length, 1);
  const wide = Math.min(step * 0.76, 90);
  const parts = [drawn("line", { class: "sumbu", x1: 0, y1: BASE, x2: WIDTH, y2: BASE })];
  bars.forEach(({ label, value, said, short }, at) => {
    const high = (BASE - TOP) * value / most;
    const middle = step * (at + 0.5);
    parts.push(drawn("rect", { class: "batang", x: middle - wide / 2, y: BASE - high, width: wide,
      height: high, rx: 3 }));
    if (value) parts.push(text(middle, BASE - high - 6, said ?? String(value), "middle"));
    parts.push(text(middle, BASE + 20, short ?? label, "middle", "redup"));
  });
  return chart(HEIGHT, name, bars, parts);
}

/** A line over time, 0 to 100. @param {string} name @param {Bar[]} points */
export function line(name, points) {
  const step = WIDTH / Math.max(points.length, 1);
  const places = points.map(({ value }, at) => (
    { x: step * (at + 0.5), y: BASE - (BASE - TOP) * value / 100 }));
  const parts = [
    drawn("line", { class: "sumbu", x1: 0, y1: BASE, x2: WIDTH, y2: BASE }),
    drawn("polyline", { class: "garis-tren", points: places.map(({ x, y }) => `${x},${y}`).join(" ") }),
  ];
  points.forEach(({ label, value, said }, at) => {
    const { x = 0, y = 0 } = places[at] ?? {};
    parts.push(drawn("circle", { class: "batang", cx: x, cy: y, r: 5 }),
      text(x, y - 11, said ?? String(value), "middle"), text(x, BASE + 20, label, "middle", "redup"));
  });
  return chart(HEIGHT, name, points, parts);
}

/** @param {number} share 0 to 1 @param {string} name */
export function meter(share, name) {
  const made = drawn("svg", { class: "ukur", viewBox: "0 0 100 8", preserveAspectRatio: "none",
    role: "img", "aria-label": name });
  const full = 100 * Math.min(Math.max(share, 0), 1);
  made.append(drawn("rect", { class: "alas", width: 100, height: 8, rx: 2 }),
    drawn("rect", { class: "batang", width: full, height: 8, rx: 2 }));
  return made;
}

/** @param {number} high @param {string} name @param {Bar[]} bars @param {Element[]} parts */
function chart(high, name, bars, parts) {
  const list = bars.map(({ label, value, said }) => `${label} ${said ?? value}`).join(", ");
  return drawn("svg", { class: "bagan", viewBox: `0 0 ${WIDTH} ${high}`, role: "img",
    "aria-label": `${name}: ${list}` }, ...parts);
}

/** @param {number} x @param {number} y @param {string} said @param {string} anchor
 * @param {string} [kind] */
const text = (x, y, said, anchor, kind = "") => (
  drawn("text", { class: kind, x, y, "text-anchor": anchor }, said));
