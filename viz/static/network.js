// @ts-check
// The exported network: names are only ever set as text, positions come with the data, nothing is loaded.
import { clip, fold, found, language, make, press } from "./writing.js";

/**
 * `t` the type, `l` the level, `n` the number of ties; `new` where only the scenario has it.
 * @typedef {{id: number, name: string, kind: string, t: number, l: number, n: number, x: number, y: number, new?: 1}} Node
 * `v` the type, `c` the pieces of evidence, `d` derived.
 * @typedef {{from: number, to: number, v: number, c?: number, d?: 1, new?: 1}} Edge
 * @typedef {{label: string, colour: string, shape: "dot" | "square" | "diamond"}} Type
 */

/** @type {{nodes: Node[], edges: Edge[], types: Type[], verbs: string[], levels: [number, string][],
 *   words: Record<string, string>, lang: string}} */
const data = JSON.parse(found("data", HTMLScriptElement).textContent ?? "");
const { nodes, edges, types, verbs, levels, words } = data;
for (const node of nodes) if (!/[^\s\p{C}]/u.test(node.name)) node.name = words.nameless;
const levelNames = new Map(levels);
/** @type {number[][]} */
const neighbours = nodes.map(() => []);
edges.forEach((edge, j) => { neighbours[edge.from].push(j); neighbours[edge.to].push(j); });
const folded = nodes.map((node) => fold(node.name));
const { number, say } = language(data.lang);
const most = nodes.reduce((max, node) => Math.max(max, node.n), 1);
const ADDED = "#6a1b9a";

const added = (/** @type {Node | Edge} */ one, /** @type {string} */ kind) => (one.new ? say(words.added, { kind }) : kind);
const typeOf = (/** @type {Node} */ node) => added(node, node.kind || types[node.t].label);
const verbOf = (/** @type {Edge} */ edge) => added(edge, edge.d ? `${verbs[edge.v]} (${words.derived})` : verbs[edge.v]);
const levelOf = (/** @type {Node} */ node) => levelNames.get(node.l) ?? "";
const about = (/** @type {Node} */ node) => `${typeOf(node)}, ${levelOf(node)}`;
/** @type {{t: Set<number>, l: Set<number>}} */
const off = { t: new Set(), l: new Set() };
// Papers and other matters outnumber those who act; they begin hidden, and the line below the filter says so.
const NO_LEVEL = -2;
if (nodes.some((node) => node.l !== NO_LEVEL)) off.l.add(NO_LEVEL);
const isShown = (/** @type {Node} */ node) => !off.t.has(node.t) && !off.l.has(node.l);
const shown = new Set(nodes.filter(isShown).map((node) => node.id));
const joins = (/** @type {Edge} */ edge) => shown.has(edge.from) && shown.has(edge.to);
const drawnNodes = new vis.DataSet(nodes.map((node) => ({
  id: node.id,
  label: (node.new ? "＋ " : "") + clip(node.name.replace(/\s+/g, " "), 28),
  x: node.x,
  y: node.y,
  shape: types[node.t].shape,
  value: Math.sqrt(node.n / most),
  hidden: !shown.has(node.id),
  borderWidth: node.new ? 4 : 1,
  color: { background: types[node.t].colour, border: node.new ? ADDED : "#ffffff", highlight: { background: types[node.t].colour, border: "#000000" } },
})));
const drawnEdges = new vis.DataSet(edges.map((edge, j) => ({
  id: j,
  from: edge.from,
  to: edge.to,
  width: (edge.new ? 2.4 : 1) + Math.log2(edge.c ?? 1) / 2,
  dashes: edge.d ? [6, 3] : false,
  hidden: !joins(edge),
  ...(edge.new ? { color: { color: ADDED, highlight: ADDED, opacity: 1 } } : {}),
})));
const large = nodes.length > 400;
const network = new vis.Network(found("picture", HTMLElement), { nodes: drawnNodes, edges: drawnEdges }, {
  physics: { enabled: false, solver: "barnesHut", stabilization: false },
  layout: { improvedLayout: false },
  interaction: { hideEdgesOnDrag: large, hideEdgesOnZoom: large, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 1e9 },
  nodes: { borderWidth: 1, font: { size: 13, color: "#1b1f24", strokeWidth: 3, strokeColor: "#ffffff", multi: false }, scaling: { min: 7, max: 24, label: { enabled: true, min: 12, max: 42, maxVisible: 17, drawThreshold: 9 } } },
  edges: { color: { color: "#8b949e", highlight: "#1f4e8c", opacity: edges.length > 1500 ? 0.35 : 0.6 }, smooth: false, arrows: { to: { enabled: !large, scaleFactor: 0.4 } } },
});

/** @param {number} id @param {boolean} move */
function choose(id, move) {
  const node = nodes[id];
  const panel = found("chosen", HTMLElement);
  panel.replaceChildren();
  make("strong", node.name, make("p", "", panel));
  make("p", about(node), panel);
  make("p", say(words.ties, { n: node.n }), panel);
  const list = found("neighbours", HTMLElement);
  list.replaceChildren();
  const limit = 60;
  for (const j of neighbours[id].slice(0, limit)) {
    const edge = edges[j];
    const other = edge.from === id ? edge.to : edge.from;
    const arrow = edge.from === id ? "→" : "←";
    press(`${arrow} ${verbOf(edge)}: ${clip(nodes[other].name, 120)}`, make("li", undefined, list), () => choose(other, true));
  }
  if (neighbours[id].length > limit) make("li", say(words.more, { n: neighbours[id].length - limit }), list);
  if (shown.has(id)) network.selectNodes([id]);
  if (move && shown.has(id)) network.focus(id, { scale: Math.max(network.getScale(), 0.8), animation: false });
}

network.on("selectNode", (event) => choose(event.nodes[0], false));

function search() {
  const wanted = fold(found("search", HTMLInputElement).value.trim());
  const list = found("matches", HTMLElement), count = found("found", HTMLElement);
  list.replaceChildren();
  const hits = wanted ? nodes.filter((node) => folded[node.id].includes(wanted)) : [];
  count.textContent = wanted ? say(words.matches, { n: hits.length }) : "";
  for (const node of hits.slice(0, 20)) {
    press(`${clip(node.name, 120)} (${about(node)})`, make("li", undefined, list), () => choose(node.id, true));
  }
}
found("search", HTMLInputElement).addEventListener("input", search);

/** @param {Type} type */
function swatch(type) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const outline = { dot: "M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0", square: "M2 2h12v12H2z", diamond: "M8 1l7 7-7 7-7-7z" };
  path.setAttribute("d", outline[type.shape]);
  path.setAttribute("fill", type.colour);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}

/** @param {string} box @param {"t" | "l"} key @param {number} value @param {string} label @param {Element} [sign] */
function filter(box, key, value, label, sign) {
  const count = nodes.reduce((sum, node) => sum + Number(node[key] === value), 0);
  if (!count) return;
  const line = make("label", undefined, found(box, HTMLElement));
  const input = make("input", undefined, line);
  input.type = "checkbox";
  input.checked = !off[key].has(value);
  if (sign) line.append(sign);
  make("span", `${label} (${number.format(count)})`, line);
  input.addEventListener("change", () => { off[key][input.checked ? "delete" : "add"](value); apply(); });
}

for (const [code, label] of levels) filter("levels", "l", code, label);
types.forEach((type, t) => filter("types", "t", t, type.label, swatch(type)));

function apply() {
  shown.clear();
  for (const node of nodes) if (isShown(node)) shown.add(node.id);
  drawnNodes.update(nodes.map((node) => ({ id: node.id, hidden: !shown.has(node.id) })));
  drawnEdges.update(edges.map((edge, j) => ({ id: j, hidden: !joins(edge) })));
  tell();
  restart();
}

function tell() {
  const hidden = nodes.length - shown.size;
  found("shown", HTMLElement).textContent = nodes.length
    ? say(words.shown, { n: shown.size, all: nodes.length }) + (hidden ? "; " + say(words.hidden, { n: hidden }) : "")
    : words.empty;
}

/** @param {string} id @param {() => void} then */
const pressed = (id, then) => found(id, HTMLButtonElement).addEventListener("click", then);
pressed("in", () => network.moveTo({ scale: network.getScale() * 1.4 }));
pressed("out", () => network.moveTo({ scale: network.getScale() / 1.4 }));
const fit = () => network.fit({ nodes: [...shown], animation: false });
pressed("fit", fit);
pressed("physics", () => {
  const button = found("physics", HTMLButtonElement), on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  button.textContent = on ? words.stop : words.start;
  network.setOptions({ physics: { enabled: on } });
});

/**
 * Fill a table a hundred rows at a time; the function that is given back begins anew.
 * @template T
 * @param {string} id @param {string} more @param {() => T[]} rows @param {(row: T) => string[]} cells
 */
function table(id, more, rows, cells) {
  const body = found(id, HTMLTableElement).tBodies[0];
  let at = 0;
  /** @type {T[]} */
  let left = [];
  function page() {
    for (const row of left.slice(at, at + 100)) {
      const [first, ...rest] = cells(row), line = make("tr", undefined, body);
      make("th", first, line).scope = "row";
      for (const text of rest) make("td", text, line);
    }
    at += 100;
    found(more, HTMLElement).hidden = at >= left.length;
  }
  pressed(more, page);
  return () => { body.replaceChildren(); at = 0; left = rows(); page(); };
}

const restarts = [
  table("node-table", "more-nodes", () => nodes.filter((node) => shown.has(node.id)).sort((a, b) => b.n - a.n),
    (node) => [node.name, typeOf(node), levelOf(node), number.format(node.n)]),
  table("tie-table", "more-ties", () => edges.filter(joins),
    (edge) => [nodes[edge.from].name, verbOf(edge), nodes[edge.to].name, number.format(edge.c ?? 1)]),
];
const restart = () => restarts.forEach((each) => each());

tell();
restart();
network.once("afterDrawing", () => document.documentElement.setAttribute("data-ready", "true"));
fit();
