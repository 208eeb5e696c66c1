// @ts-check
// Making elements. What comes from a file or the service is only ever a text node here.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} [className] @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** @param {string} text @param {string} className @param {() => void} act */
export function button(text, className, act) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** @param {string} tag @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children */
export function drawn(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** The element of the page with this id, which must be there.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id @param {new () => T} [kind] @returns {T} */
export function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof (kind ?? HTMLElement))) throw new TypeError(id);
  return /** @type {T} */ (found);
}

/** Offer bytes as a file to keep.
 * @param {string} name @param {Blob} blob */
export function download(name, blob) {
  const link = element("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
