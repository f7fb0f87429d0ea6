"use strict";
// The exported network: names are only ever set as text, positions come with the data, nothing is loaded.
const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, edges, types, verbs, levels, words } = data;
const $ = (id) => document.getElementById(id);
for (const node of nodes) if (!/[^\s\p{C}]/u.test(node.name)) node.name = words.nameless;
const levelNames = new Map(levels);
const neighbours = nodes.map(() => []);
edges.forEach((edge, j) => { neighbours[edge.from].push(j); neighbours[edge.to].push(j); });
const spellings = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const fold = (text) => text.toLowerCase().replace(/[äöüß]/g, (c) => spellings[c]).normalize("NFKD").replace(/\p{M}/gu, "");
const folded = nodes.map((node) => fold(node.name));
const clip = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
const number = new Intl.NumberFormat(data.lang);
const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => number.format(values[key]));
const most = nodes.reduce((max, node) => Math.max(max, node.n), 1);

function make(name, text, parent) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

const typeOf = (node) => node.kind || types[node.t].label;
const about = (node) => `${typeOf(node)}, ${levelNames.get(node.l)}`;
const off = { t: new Set(), l: new Set() };
// Papers and other matters outnumber those who act; they begin hidden, and the line below the filter says so.
const NO_LEVEL = -2;
if (nodes.some((node) => node.l !== NO_LEVEL)) off.l.add(NO_LEVEL);
const isShown = (node) => !off.t.has(node.t) && !off.l.has(node.l);
const shown = new Set(nodes.filter(isShown).map((node) => node.id));
const drawnNodes = new vis.DataSet(nodes.map((node) => ({
  id: node.id,
  label: clip(node.name.replace(/\s+/g, " "), 28),
  x: node.x,
  y: node.y,
  shape: types[node.t].shape,
  value: Math.sqrt(node.n / most),
  hidden: !shown.has(node.id),
  color: { background: types[node.t].colour, border: "#ffffff", highlight: { background: types[node.t].colour, border: "#000000" } },
})));
const drawnEdges = new vis.DataSet(edges.map((edge, j) => ({
  id: j,
  from: edge.from,
  to: edge.to,
  width: 1 + Math.log2(edge.c ?? 1) / 2,
  dashes: edge.d ? [6, 3] : false,
  hidden: !shown.has(edge.from) || !shown.has(edge.to),
})));
const large = nodes.length > 400;
const network = new vis.Network($("picture"), { nodes: drawnNodes, edges: drawnEdges }, {
  physics: { enabled: false, solver: "barnesHut", stabilization: false },
  layout: { improvedLayout: false },
  interaction: { hideEdgesOnDrag: large, hideEdgesOnZoom: large, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 1e9 },
  nodes: { borderWidth: 1, font: { size: 13, color: "#1b1f24", strokeWidth: 3, strokeColor: "#ffffff", multi: false }, scaling: { min: 7, max: 24, label: { enabled: true, min: 12, max: 42, maxVisible: 17, drawThreshold: 9 } } },
  edges: { color: { color: "#8b949e", highlight: "#1f4e8c", opacity: edges.length > 1500 ? 0.35 : 0.6 }, smooth: false, arrows: { to: { enabled: !large, scaleFactor: 0.4 } } },
});

function choose(id, move) {
  const node = nodes[id];
  const panel = $("chosen");
  panel.replaceChildren();
  make("p", "", panel).append(make("strong", node.name));
  make("p", about(node), panel);
  make("p", say(words.ties, { n: node.n }), panel);
  const list = $("neighbours");
  list.replaceChildren();
  const limit = 60;
  for (const j of neighbours[id].slice(0, limit)) {
    const edge = edges[j];
    const other = edge.from === id ? edge.to : edge.from;
    const arrow = edge.from === id ? "→" : "←";
    const button = make("button", `${arrow} ${verbs[edge.v]}: ${clip(nodes[other].name, 120)}`, make("li", undefined, list));
    button.type = "button";
    button.addEventListener("click", () => choose(other, true));
  }
  if (neighbours[id].length > limit) make("li", say(words.more, { n: neighbours[id].length - limit }), list);
  if (shown.has(id)) network.selectNodes([id]);
  if (move && shown.has(id)) network.focus(id, { scale: Math.max(network.getScale(), 0.8), animation: false });
}

network.on("selectNode", (event) => choose(event.nodes[0], false));

function search() {
  const wanted = fold($("search").value.trim());
  const list = $("matches");
  list.replaceChildren();
  if (!wanted) { $("found").textContent = ""; return; }
  const hits = [];
  folded.forEach((name, id) => { if (name.includes(wanted)) hits.push(id); });
  $("found").textContent = say(words.matches, { n: hits.length });
  for (const id of hits.slice(0, 20)) {
    const button = make("button", `${clip(nodes[id].name, 120)} (${about(nodes[id])})`, make("li", undefined, list));
    button.type = "button";
    button.addEventListener("click", () => choose(id, true));
  }
}
$("search").addEventListener("input", search);

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

function filter(box, key, value, label, count, sign) {
  const line = make("label", undefined, box);
  const input = make("input", undefined, line);
  input.type = "checkbox";
  input.checked = !off[key].has(value);
  if (sign) line.append(sign);
  make("span", `${label} (${number.format(count)})`, line);
  input.addEventListener("change", () => { off[key][input.checked ? "delete" : "add"](value); apply(); });
}

const count = (key, value) => nodes.reduce((sum, node) => sum + (node[key] === value), 0);
for (const [code, label] of levels) if (count("l", code)) filter($("levels"), "l", code, label, count("l", code));
types.forEach((type, t) => { if (count("t", t)) filter($("types"), "t", t, type.label, count("t", t), swatch(type)); });

function apply() {
  shown.clear();
  for (const node of nodes) if (isShown(node)) shown.add(node.id);
  drawnNodes.update(nodes.map((node) => ({ id: node.id, hidden: !shown.has(node.id) })));
  drawnEdges.update(edges.map((edge, j) => ({ id: j, hidden: !shown.has(edge.from) || !shown.has(edge.to) })));
  tell();
  restart();
}

function tell() {
  const hidden = nodes.length - shown.size;
  $("shown").textContent = nodes.length
    ? say(words.shown, { n: shown.size, all: nodes.length }) + (hidden ? "; " + say(words.hidden, { n: hidden }) : "")
    : words.empty;
}

$("in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.4 }));
$("out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.4 }));
const fit = () => network.fit({ nodes: [...shown], animation: false });
$("fit").addEventListener("click", fit);
$("physics").addEventListener("click", () => {
  const on = $("physics").getAttribute("aria-pressed") !== "true";
  $("physics").setAttribute("aria-pressed", String(on));
  $("physics").textContent = on ? words.stop : words.start;
  network.setOptions({ physics: { enabled: on } });
});

function table(id, more, rows, cells) {
  const body = $(id).tBodies[0];
  let at = 0;
  let left = [];
  function page() {
    for (const row of left.slice(at, at + 100)) {
      const line = make("tr", undefined, body);
      cells(row).forEach((text, n) => { const cell = make(n ? "td" : "th", text, line); if (!n) cell.scope = "row"; });
    }
    at += 100;
    $(more).hidden = at >= left.length;
  }
  $(more).addEventListener("click", page);
  return () => { body.replaceChildren(); at = 0; left = rows(); page(); };
}

const restarts = [
  table("node-table", "more-nodes", () => nodes.filter((node) => shown.has(node.id)).sort((a, b) => b.n - a.n),
    (node) => [node.name, typeOf(node), levelNames.get(node.l), number.format(node.n)]),
  table("tie-table", "more-ties", () => edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to)),
    (edge) => [nodes[edge.from].name, verbs[edge.v] + (edge.d ? ` (${words.derived})` : ""), nodes[edge.to].name, number.format(edge.c ?? 1)]),
];
const restart = () => restarts.forEach((each) => each());

tell();
restart();
network.once("afterDrawing", () => document.documentElement.setAttribute("data-ready", "true"));
fit();
