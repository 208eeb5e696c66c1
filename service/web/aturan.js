// @ts-check
// The catalogue's search: articles that do not fit are hidden; all are there without a script.

import { part } from "./element.js";

const rules = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("article[data-bagian]")]);
const sought = part("cari", HTMLInputElement);
const aspect = part("aspek", HTMLSelectElement);
const severity = part("tingkat", HTMLSelectElement);
const form = part("saringan", HTMLFormElement);
const texts = new Map(rules.map((rule) => [rule, rule.textContent?.toLowerCase() ?? ""]));

function filter() {
  const words = sought.value.trim().toLowerCase().split(/\s+/);
  let shown = 0;
  for (const rule of rules) {
    const fits = words.every((word) => texts.get(rule)?.includes(word))
      && (!aspect.value || rule.dataset["bagian"] === aspect.value)
      && (!severity.value || rule.dataset["tingkat"] === severity.value);
    rule.hidden = !fits;
    shown += Number(fits);
  }
  part("jumlah").textContent = shown ? `${shown} aturan` : "Tidak ada aturan yang cocok.";
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
// Whoever follows a link to a rule sees it, whatever has been sought before.
addEventListener("hashchange", () => {
  form.reset();
  filter();
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
});
