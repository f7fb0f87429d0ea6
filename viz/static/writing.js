// @ts-check
// How a script writes on the page: elements by their kind, names as text and nothing else, numbers as the language has them.

const spellings = /** @type {Record<string, string>} */ ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" });

/** Write a name as it is searched for: small, without accents. @param {string} text */
export const fold = (text) => text.toLowerCase().replace(/[äöüß]/g, (c) => spellings[c]).normalize("NFKD").replace(/\p{M}/gu, "");

/** Shorten a text to so many characters. @param {string} text @param {number} most */
export const clip = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

/**
 * Find the element of the page with an id; a page without it, or with another kind, is a mistake of ours.
 * @template {HTMLElement} E
 * @param {string} id
 * @param {new () => E} kind
 * @returns {E}
 */
export function found(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`no ${kind.name} with id ${id}`);
}

/**
 * Make an element with a text, at the end of another.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} [text]
 * @param {Element} [parent]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, text, parent) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  parent?.append(made);
  return made;
}

/** Write a name, which keeps its own direction. @param {string} text @param {Element} parent */
export const named = (text, parent) => make("bdi", text, parent);

/** Make a button that looks like text. @param {string | undefined} text @param {Element} parent @param {() => void} then */
export function press(text, parent, then) {
  const button = make("button", text, parent);
  button.type = "button";
  button.addEventListener("click", then);
  return button;
}

/**
 * Give what writes numbers, and sentences with gaps in braces, in a language.
 * @param {string} lang
 * @returns {{number: Intl.NumberFormat, say: (text: string, values: Record<string, string | number>) => string}}
 */
export function language(lang) {
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 3 });
  const written = (/** @type {string | number} */ value) => (typeof value === "number" ? number.format(value) : value);
  return { number, say: (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => written(values[key])) };
}
