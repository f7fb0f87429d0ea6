// @ts-check
// The view of the network: filter, search and choice at once where all data came along, else through the server.
import { Picture, buttons, island } from "./canvas.js";

/** @type {import("./canvas.js").Net & {page: any, place: Partial<import("./canvas.js").Place>}} */
const net = island();
const { page, words } = net;
const $ = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ ($("view"));
const number = new Intl.NumberFormat(net.lang, { maximumFractionDigits: 3 });
const levelNames = new Map(net.levels.map(([code, , label]) => [code, label]));
const spellings = /** @type {Record<string, string>} */ ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" });
const fold = (/** @type {string} */ text) => text.toLowerCase().replace(/[äöüß]/g, (c) => spellings[c]).normalize("NFKD").replace(/\p{M}/gu, "");
const say = (/** @type {string} */ text, /** @type {Record<string, any>} */ values) =>
  text.replace(/\{(\w+)\}/g, (_, key) => (typeof values[key] === "number" ? number.format(values[key]) : values[key]));
const typeOf = (/** @type {number} */ i) => net.kinds[i] || net.types[net.type[i]].label;
const nameOf = (/** @type {number} */ i) => (net.names[i].trim() ? net.names[i] : words.nameless);
const actor = (/** @type {number} */ i) => `${page.actors}/${encodeURIComponent(net.ids[i])}${page.kept}`;
/** @type {string[] | null} */
let folded = null;
let chosen = page.selected;
let shown = new Uint8Array();

const picture = new Picture($("net"), net, {
  focus: (i) => { if (i !== chosen) tellOne(i, true); },
  choose,
  moved: keepPlace,
});
buttons(picture, words);

/** @param {string} name @param {string | undefined} text @param {Element} [parent] */
function make(name, text, parent) {
  const made = /** @type {any} */ (document.createElement(name));
  if (text !== undefined) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

/** A name that keeps its own direction. @param {string} text @param {Element} parent */
const named = (text, parent) => make("bdi", text, parent);

const boxes = (/** @type {string} */ name) => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`input[name="${name}"]`)]);
const depth = () => Number($("depth").value || 1);

/** Mark what the filter leaves. */
function filtered() {
  const off = (/** @type {string} */ name) => new Set(boxes(name).filter((box) => !box.checked).map((box) => box.value));
  const types = off("type"), levels = off("level");
  // No box checked is as good as all.
  const all = boxes("type").every((box) => !box.checked);
  const hiddenType = net.types.map((type) => !all && types.has(type.name));
  const hiddenLevel = new Map(net.levels.map(([code, value]) => [code, levels.has(value)]));
  const near = $("only").checked && chosen >= 0 ? picture.around(chosen, depth()) : null;
  return Uint8Array.from(net.ids, (_, i) =>
    i === chosen || (!hiddenType[net.type[i]] && !hiddenLevel.get(net.level[i]) && (!near || near[i])) ? 1 : 0);
}

/** The address that shows the same again, from the fields of the form. */
function query() {
  const given = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (value) given.append(key, String(value));
  for (const key of ["type", "level"]) {
    const same = boxes(key).every((box) => box.checked === box.defaultChecked);
    if (boxes(key).every((box) => box.checked) && (key === "type" || given.has("none"))) given.delete(key);
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
  for (const link of /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".languages a")])) {
    given.set("lang", link.hreflang);
    link.href = `${page.path}?${given}`;
  }
}

let keeping = 0;
/** @param {import("./canvas.js").Place} place */
function keepPlace(place) {
  for (const key of /** @type {const} */ (["x", "y", "zoom"])) {
    /** @type {HTMLInputElement} */ (form.elements.namedItem(key)).value = String(Math.round(place[key] * 1e4) / 1e4);
  }
  clearTimeout(keeping);
  keeping = setTimeout(keep, 250);
}

function apply() {
  if (!page.complete) { form.requestSubmit(); return; }
  shown = filtered();
  picture.show(shown);
  tell();
  tables();
  keep();
}

function tell() {
  const n = shown.reduce((sum, each) => sum + each, 0), hidden = net.ids.length - n;
  $("shown").textContent = say(words.shown, { n, all: net.ids.length }) + (hidden ? "; " + say(words.hidden, { n: hidden }) : "");
}

/** @param {number} i */
function choose(i) {
  chosen = i;
  /** @type {HTMLInputElement} */ (form.elements.namedItem("select")).value = i < 0 ? "" : net.ids[i];
  picture.choose(i, depth());
  if (i >= 0 && picture.focused !== i) picture.focused = i;
  // Beyond what came along, the neighbourhood is the server's to add.
  if (page.complete || i >= 0) apply();
  else keep();
  tellOne(i, false);
}

/** Say what a node is; a passing focus leaves the list of neighbours alone. @param {number} i @param {boolean} passing */
function tellOne(i, passing) {
  const box = $("chosen");
  box.replaceChildren();
  const line = make("p", i < 0 ? words.nobody : undefined, box);
  if (i >= 0) {
    named(nameOf(i), make("strong", undefined, line));
    line.append(`: ${say(words.one, { name: "", type: typeOf(i), level: levelNames.get(net.level[i]), n: net.degree[i] }).replace(/^, /, "")}`);
  }
  if (passing) return;
  ways(i);
  neighbours(i);
}

/** @param {number} i */
function ways(i) {
  const line = $("ways");
  line.hidden = i < 0;
  line.replaceChildren();
  if (i < 0) return;
  make("a", words.page, line).href = actor(i);
  line.append(" · ");
  make("button", words.letGo, line).addEventListener("click", () => choose(-1));
  line.lastElementChild.type = "button";
}

/** @param {number} i */
function neighbours(i) {
  const list = $("neighbours");
  list.replaceChildren();
  const near = i < 0 ? [] : picture.order.filter((j) => j !== i && picture.lit?.[j] && shown[j]);
  $("near-heading").hidden = !near.length;
  for (const j of near.slice(0, 60)) listed(list, j);
  if (near.length > 60) make("li", say(words.more, { n: near.length - 60 }), list);
}

/** @param {Element} list @param {number} j */
function listed(list, j) {
  const line = make("li", undefined, list);
  const button = make("button", undefined, line);
  button.type = "button";
  named(nameOf(j), button);
  button.addEventListener("click", () => { choose(j); picture.focusOn(j); });
  line.append(` (${typeOf(j)}, ${levelNames.get(net.level[j])})`);
}

function search() {
  folded ??= net.names.map((name) => fold(name));
  const wanted = fold($("q").value.trim()), list = $("matches");
  list.replaceChildren();
  const found = wanted ? picture.order.filter((i) => /** @type {string[]} */ (folded)[i].includes(wanted)) : [];
  $("found").textContent = wanted ? say(words.matches, { n: found.length }) : "";
  list.hidden = !found.length;
  for (const i of found.slice(0, 20)) listed(list, i);
  keep();
}

function tables() {
  const most = page.rows, rows = picture.order.filter((i) => shown[i]);
  const [nodes, ties] = ["node-table", "tie-table"].map((id) => $(id).tBodies[0]);
  nodes.replaceChildren();
  for (const i of rows.slice(0, most)) {
    const cells = [typeOf(i), levelNames.get(net.level[i]), net.degree[i], ...(page.sized ? [net.size[i]] : [])];
    const line = row(nodes, "node-table", cells);
    named(nameOf(i), make("a", undefined, line.firstElementChild)).parentElement.href = actor(i);
  }
  ties.replaceChildren();
  let n = 0;
  for (let t = 0; t < net.ties.length; t += 4) {
    const [a, b, verb, count] = net.ties.slice(t, t + 4);
    if (!shown[a] || !shown[b] || ++n > most) continue;
    const said = net.verbs[verb >> 1] + (verb & 1 ? ` (${words.derived})` : "");
    named(nameOf(a), row(ties, "tie-table", [said, nameOf(b), count]).firstElementChild);
  }
  $("more").hidden = rows.length <= most && n <= most;
  const more = query();
  more.set("rows", String(Math.min(page.rows * 10, 10000)));
  $("more").firstElementChild.href = `${page.path}?${more}#tables`;
}

/** @param {Element} body @param {string} table @param {any[]} cells */
function row(body, table, cells) {
  const line = make("tr", undefined, body);
  line.setAttribute("role", "row");
  const head = make("th", undefined, line);
  head.scope = "row";
  head.setAttribute("role", "rowheader");
  const headings = [...$(table).tHead.rows[0].cells];
  cells.forEach((value, n) => {
    const cell = make("td", undefined, line);
    cell.setAttribute("role", "cell");
    cell.dataset.label = headings[n + 1].textContent;
    if (typeof value === "number") cell.className = "number";
    named(typeof value === "number" ? number.format(value) : value, cell);
  });
  return line;
}

function slider() {
  const line = $("slider"), range = $("day"), said = line?.querySelector("output");
  if (!line) return;
  line.hidden = false;
  const day = () => new Date((range.valueAsNumber - 719163) * 86400000).toISOString().slice(0, 10);
  range.addEventListener("input", () => { said.textContent = day(); });
  range.addEventListener("change", () => { $("as_of").value = day(); form.requestSubmit(); });
}

for (const box of [...boxes("type"), ...boxes("level"), $("only")]) box.addEventListener("change", apply);
$("only").addEventListener("change", () => { if (page.complete) picture.fit(); });
$("depth").addEventListener("change", () => { if (chosen >= 0) choose(chosen); });
for (const id of ["colour", "size", "as_of"]) $(id).addEventListener("change", () => form.requestSubmit());
form.addEventListener("submit", (event) => { event.preventDefault(); location.assign(`${page.path}?${query()}`); });
if (page.complete) $("q").addEventListener("input", search);
slider();

shown = page.complete ? filtered() : picture.shown;
picture.shown = shown;
if (chosen >= 0) picture.choose(chosen, depth());
if (net.place.zoom) picture.go({ x: net.place.x ?? 0, y: net.place.y ?? 0, zoom: net.place.zoom });
else picture.fit();
requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute("data-ready", "true")));
