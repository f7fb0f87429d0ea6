// @ts-check
// The page of the network: its whole state stands in the address, and what did not come along is asked of the server.
import { island } from "./canvas.js";
import { View } from "./view.js";
import { found } from "./writing.js";

/**
 * @typedef {import("./view.js").Seen} Seen
 * @typedef {import("./view.js").Place} Place
 * @typedef {Seen & {ids: string[], page: Seen["page"] & {path: string, actors: string, kept: string}, place: Partial<Place>}} Page
 */

const net = /** @type {Page} */ (island());
const { page } = net;
const form = found("view", HTMLFormElement);
const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
const ask = () => form.requestSubmit();

let keeping = 0;
const view = new View(net, {
  address: (i) => `${page.actors}/${encodeURIComponent(net.ids[i])}${page.kept}`,
  keep,
  ask,
  moved: keepPlace,
});

/** The address that shows the same again, from the fields of the form. */
function query() {
  field("select").value = view.chosen < 0 ? "" : net.ids[view.chosen];
  const given = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (value) given.append(key, String(value));
  for (const key of ["type", "level"]) {
    const boxes = view.boxes(key), same = boxes.every((box) => box.checked === box.defaultChecked);
    if (boxes.every((box) => box.checked) && (key === "type" || given.has("none"))) given.delete(key);
    else if (same && !new URLSearchParams(location.search).has(key)) given.delete(key);
  }
  if (given.get("colour") === "type") given.delete("colour");
  if (given.get("size") === "ties") given.delete("size");
  if (page.rows !== 100) given.set("rows", String(page.rows));
  return given;
}

function keep() {
  const given = query();
  history.replaceState(null, "", `${page.path}?${given}`);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".languages a"))) {
    given.set("lang", link.hreflang);
    link.href = `${page.path}?${given}`;
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".save-view a"))) {
    const to = new URL(link.href);
    to.searchParams.set("address", `${page.path}?${query()}`);
    link.href = to.href;
  }
  const more = query();
  more.set("rows", String(Math.min(page.rows * 10, 10000)));
  /** @type {HTMLAnchorElement} */ (found("more", HTMLElement).firstElementChild).href = `${page.path}?${more}#tables`;
}

/** @param {Place} place */
function keepPlace(place) {
  for (const key of /** @type {const} */ (["x", "y", "zoom"])) field(key).value = String(Math.round(place[key] * 1e4) / 1e4);
  clearTimeout(keeping);
  keeping = setTimeout(keep, 250);
}

function slider() {
  const line = document.getElementById("slider"), said = line?.querySelector("output");
  if (!line || !said) return;
  const range = found("day", HTMLInputElement);
  line.hidden = false;
  const day = () => new Date((range.valueAsNumber - 719163) * 86400000).toISOString().slice(0, 10);
  range.addEventListener("input", () => { said.textContent = day(); });
  range.addEventListener("change", () => { field("as_of").value = day(); ask(); });
}

for (const name of ["colour", "size", "as_of"]) field(name).addEventListener("change", ask);
form.addEventListener("submit", (event) => { event.preventDefault(); location.assign(`${page.path}?${query()}`); });
slider();
view.begin(net.place);
