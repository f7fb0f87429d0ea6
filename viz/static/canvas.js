// @ts-check
// The network on a canvas: positions come with the data, names are only ever drawn as text, nothing is loaded.
import { clip } from "./writing.js";

/**
 * Columns of numbers and names, one entry for each node; `ties` holds start, end, type and evidence of each tie; `added`
 * tells which nodes and ties are there only because a scenario is tried.
 * @typedef {{names: string[], kinds: string[], type: number[], level: number[], degree: number[],
 *   size: number[], colour: number[], x: number[], y: number[], ties: number[],
 *   legend: {label: string, colour: string}[], types: {name: string, label: string, colour: string, shape: string}[],
 *   levels: [number, string, string][], verbs: string[], words: Record<string, string>, lang: string,
 *   added: {nodes: number[], ties: number[]}}} Net
 * @typedef {{focus?: (i: number) => void, choose?: (i: number) => void, moved?: (place: Place) => void}} Heard
 * @typedef {{x: number, y: number, zoom: number}} Place
 */

const LINE = "#8c959f";
/** Where lines lie over each other in thousands, each has to be fainter for the nodes to be seen. */
const FAINT = "rgba(87, 96, 106, 0.22)";
const STRONG = "#30363d";
/** What a scenario adds, as in the picture of the levels. */
const ADDED = "#6a1b9a";
const LABELS = 140;
const OVER_NODES = 40;
/** Beyond so many ties a still picture is moved during a gesture, and drawn anew when it rests. */
const DIRECT = 6000;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Picture {
  /**
   * @param {HTMLElement} host the element that is focused, and in which the canvas lies
   * @param {Net} net
   * @param {Heard} heard
   */
  constructor(host, net, heard = {}) {
    this.host = host;
    this.net = net;
    this.heard = heard;
    this.n = net.names.length;
    this.x = Float64Array.from(net.x);
    this.y = Float64Array.from(net.y);
    /** @type {Uint8Array} */
    this.shown = new Uint8Array(this.n).fill(1);
    /** @type {Uint8Array | null} */
    this.lit = null;
    this.chosen = -1;
    this.focused = -1;
    this.hovered = -1;
    this.ratio = Math.max(1, globalThis.devicePixelRatio || 1);
    this.labels = net.names.map((name) => clip(name.slice(0, 60).replace(/\s+/g, " ").trim(), 28));
    this.order = Array.from(net.names, (_, i) => i).sort((a, b) => net.size[b] - net.size[a] || net.degree[b] - net.degree[a] || a - b);
    const most = Math.max(1e-9, net.size[this.order[0]] ?? 1);
    this.radius = Float64Array.from(net.size, (size) => 5 + 13 * Math.sqrt(Math.max(size, 0) / most));
    /** @type {number[][]} */
    this.neighbours = net.names.map(() => []);
    for (let t = 0; t < net.ties.length; t += 4) {
      this.neighbours[net.ties[t]].push(t);
      this.neighbours[net.ties[t + 1]].push(t);
    }
    this.added = { nodes: new Set(net.added.nodes), ties: new Set(net.added.ties.map((t) => 4 * t)) };
    /** @type {Map<string, number>} */
    this.widths = new Map();
    this.canvas = document.createElement("canvas");
    this.canvas.setAttribute("aria-hidden", "true");
    host.append(this.canvas);
    this.paper = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { alpha: false }));
    this.still = document.createElement("canvas");
    /** @type {Place | null} */
    this.stillPlace = null;
    this.place = { x: 0, y: 0, zoom: 1 };
    this.frame = 0;
    this.resting = 0;
    this.arranging = 0;
    /** @type {Map<number, {x: number, y: number}>} */
    this.fingers = new Map();
    this.travelled = 0;
    this.wide = 0;
    this.high = 0;
    this.resize();
    this.listen();
    new ResizeObserver(() => { this.resize(); this.draw(); }).observe(host);
  }

  /** Give the tie's other end. @param {number} i @param {number} t */
  other(i, t) { return this.net.ties[t] === i ? this.net.ties[t + 1] : this.net.ties[t]; }

  /** Mark what lies within some steps of a node. @param {number} i @param {number} depth */
  around(i, depth) {
    const near = new Uint8Array(this.n);
    near[i] = 1;
    let edge = [i];
    for (let step = 0; step < depth; step++) {
      const next = [];
      for (const a of edge) for (const t of this.neighbours[a]) {
        const b = this.other(a, t);
        if (!near[b]) { near[b] = 1; next.push(b); }
      }
      edge = next;
    }
    return near;
  }

  /** Show these nodes. @param {Uint8Array} shown */
  show(shown) {
    this.shown = shown;
    this.redraw();
  }

  /** Choose a node with its neighbourhood; -1 lets go. @param {number} i @param {number} depth */
  choose(i, depth) {
    this.chosen = i;
    this.lit = i < 0 ? null : this.around(i, depth);
    this.redraw();
  }

  resize() {
    this.wide = this.host.clientWidth;
    this.high = this.host.clientHeight;
    this.canvas.width = Math.round(this.wide * this.ratio);
    this.canvas.height = Math.round(this.high * this.ratio);
    this.stillPlace = null;
  }

  /** Show all that is shown. */
  fit() {
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (let i = 0; i < this.n; i++) if (this.shown[i]) {
      left = Math.min(left, this.x[i]); right = Math.max(right, this.x[i]);
      top = Math.min(top, this.y[i]); bottom = Math.max(bottom, this.y[i]);
    }
    if (left > right) return this.go({ x: 0, y: 0, zoom: 1 });
    const zoom = Math.min((this.wide - 90) / Math.max(right - left, 1), (this.high - 70) / Math.max(bottom - top, 1), 2);
    return this.go({ x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(zoom, 0.002) });
  }

  /** Go to a place at once. @param {Place} place */
  go(place) {
    this.place = place;
    this.redraw();
    this.heard.moved?.(place);
  }

  /** Zoom about a point of the screen. @param {number} by @param {number} [sx] @param {number} [sy] */
  zoom(by, sx = this.wide / 2, sy = this.high / 2) {
    const { x, y, zoom } = this.place;
    const next = Math.min(20, Math.max(0.002, zoom * by));
    const wx = x + (sx - this.wide / 2) / zoom, wy = y + (sy - this.high / 2) / zoom;
    this.move({ x: wx - (sx - this.wide / 2) / next, y: wy - (sy - this.high / 2) / next, zoom: next });
  }

  /** Go to a place in the course of a gesture. @param {Place} place */
  move(place) {
    this.place = place;
    if (this.net.ties.length / 4 <= DIRECT || !this.stillPlace) return this.go(place);
    this.request(() => this.drawStill());
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.go(this.place), 160);
  }

  /** Draw with the next frame. */
  redraw() {
    clearTimeout(this.resting);
    this.request(() => this.draw());
  }

  /** @param {() => void} draw */
  request(draw) {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(draw);
  }

  drawStill() {
    const { x, y, zoom } = this.place, was = /** @type {Place} */ (this.stillPlace);
    const by = zoom / was.zoom, ratio = this.ratio;
    const left = this.wide / 2 - (x - was.x) * zoom - (this.wide / 2) * by;
    const top = this.high / 2 - (y - was.y) * zoom - (this.high / 2) * by;
    const paper = this.paper;
    paper.setTransform(1, 0, 0, 1, 0, 0);
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, this.canvas.width, this.canvas.height);
    paper.imageSmoothingEnabled = false;
    paper.drawImage(this.still, left * ratio, top * ratio, this.still.width * by, this.still.height * by);
  }

  draw() {
    const paper = this.paper, { x, y, zoom } = this.place;
    paper.setTransform(1, 0, 0, 1, 0, 0);
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, this.canvas.width, this.canvas.height);
    paper.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const sx = (/** @type {number} */ i) => (this.x[i] - x) * zoom + this.wide / 2;
    const sy = (/** @type {number} */ i) => (this.y[i] - y) * zoom + this.high / 2;
    this.drawTies(sx, sy);
    this.drawNodes(sx, sy);
    this.drawAdded(sx, sy);
    this.drawNames(sx, sy);
    this.drawRings(sx, sy);
    this.keepStill();
  }

  keepStill() {
    if (this.net.ties.length / 4 <= DIRECT) return;
    this.still.width = this.canvas.width;
    this.still.height = this.canvas.height;
    /** @type {CanvasRenderingContext2D} */ (this.still.getContext("2d", { alpha: false })).drawImage(this.canvas, 0, 0);
    this.stillPlace = { ...this.place };
  }

  /** @param {(i: number) => number} sx @param {(i: number) => number} sy */
  drawTies(sx, sy) {
    const { lit, added } = this, many = this.net.ties.length / 4 > DIRECT;
    const wide = many ? 0.5 : 1, bright = (/** @type {number} */ a, /** @type {number} */ b) => !lit || Boolean(lit[a] && lit[b]);
    if (lit) this.drawLines(sx, sy, (_, a, b) => !bright(a, b), wide, "#e3e6ea");
    this.drawLines(sx, sy, (t, a, b) => bright(a, b) && !added.ties.has(t), lit ? 1.6 : wide, lit ? STRONG : many ? FAINT : LINE);
    if (added.ties.size) this.drawLines(sx, sy, (t, a, b) => bright(a, b) && added.ties.has(t), 2.4, ADDED);
  }

  /**
   * Draw some of the ties in one stroke.
   * @param {(i: number) => number} sx @param {(i: number) => number} sy
   * @param {(t: number, a: number, b: number) => boolean} some @param {number} width @param {string} colour
   */
  drawLines(sx, sy, some, width, colour) {
    const { ties } = this.net, { paper, shown, wide, high } = this;
    paper.beginPath();
    for (let t = 0; t < ties.length; t += 4) {
      const a = ties[t], b = ties[t + 1];
      if (!shown[a] || !shown[b] || !some(t, a, b)) continue;
      const ax = sx(a), ay = sy(a), bx = sx(b), by = sy(b);
      if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > wide && bx > wide) || (ay > high && by > high)) continue;
      paper.moveTo(ax, ay);
      paper.lineTo(bx, by);
    }
    paper.lineWidth = width;
    paper.strokeStyle = colour;
    paper.stroke();
  }

  /** How large a node is on the screen. @param {number} i */
  size(i) { return Math.max(1.2, this.radius[i] * Math.min(1.4, this.place.zoom)); }

  /** @param {(i: number) => number} sx @param {(i: number) => number} sy */
  drawNodes(sx, sy) {
    const { net, paper, shown, lit, wide, high } = this;
    /** @type {Map<string, number[]>} */
    const groups = new Map();
    for (let i = this.n - 1; i >= 0; i--) {
      const node = this.order[i];
      if (!shown[node]) continue;
      const ax = sx(node), ay = sy(node);
      if (ax < -20 || ay < -20 || ax > wide + 20 || ay > high + 20) continue;
      const key = lit && !lit[node] ? " #dfe3e8" : net.legend[net.colour[node]].colour;
      const group = groups.get(key);
      if (group) group.push(node); else groups.set(key, [node]);
    }
    // Faded ones first, so that they lie below.
    for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      paper.beginPath();
      for (const i of group) this.outline(sx(i), sy(i), this.size(i), net.types[net.type[i]].shape);
      paper.fillStyle = key.trim();
      paper.fill();
      if (this.place.zoom > 0.5) { paper.lineWidth = 1; paper.strokeStyle = "#fff"; paper.stroke(); }
    }
  }

  /** Mark what the scenario adds by a ring and a plus sign. @param {(i: number) => number} sx @param {(i: number) => number} sy */
  drawAdded(sx, sy) {
    for (const i of this.added.nodes) {
      if (!this.shown[i] || (this.lit && !this.lit[i])) continue;
      const x = sx(i), y = sy(i), r = this.size(i) + 1.5, px = x + 0.8 * r, py = y - 0.8 * r;
      this.ring(x, y, r, 2.6, ADDED);
      this.paper.beginPath();
      this.paper.arc(px, py, 6, 0, 2 * Math.PI);
      this.paper.fillStyle = ADDED;
      this.paper.fill();
      this.paper.beginPath();
      this.paper.moveTo(px - 3.3, py); this.paper.lineTo(px + 3.3, py);
      this.paper.moveTo(px, py - 3.3); this.paper.lineTo(px, py + 3.3);
      this.paper.lineWidth = 1.8;
      this.paper.strokeStyle = "#fff";
      this.paper.stroke();
    }
  }

  /** @param {number} x @param {number} y @param {number} r @param {number} width @param {string} colour */
  ring(x, y, r, width, colour) {
    this.paper.beginPath();
    this.paper.arc(x, y, r, 0, 2 * Math.PI);
    this.paper.lineWidth = width;
    this.paper.strokeStyle = colour;
    this.paper.stroke();
  }

  /** @param {number} x @param {number} y @param {number} r @param {string} shape */
  outline(x, y, r, shape) {
    const paper = this.paper;
    if (shape === "square" || r < 2.5) paper.rect(x - r, y - r, 2 * r, 2 * r);
    else if (shape === "diamond") {
      paper.moveTo(x, y - r); paper.lineTo(x + r, y); paper.lineTo(x, y + r); paper.lineTo(x - r, y); paper.closePath();
    } else { paper.moveTo(x + r, y); paper.arc(x, y, r, 0, 2 * Math.PI); }
  }

  /** Name the largest nodes, each where no other name stands. @param {(i: number) => number} sx @param {(i: number) => number} sy */
  drawNames(sx, sy) {
    const { paper, lit, wide, high } = this;
    paper.font = '12px "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
    paper.textAlign = "center";
    paper.textBaseline = "top";
    paper.lineJoin = "round";
    paper.lineWidth = 3;
    paper.strokeStyle = "#fff";
    paper.fillStyle = "#1b1f24";
    /** @type {Map<number, [number, number, number, boolean][]>} */
    const taken = new Map();
    const first = [this.focused, this.hovered, this.chosen].filter((i) => i >= 0);
    const take = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ half, node = false) => {
      const row = Math.floor(y / 15), there = taken.get(row);
      if (there) there.push([x, y, half, node]); else taken.set(row, [[x, y, half, node]]);
    };
    const names = [...first, ...this.order].filter((i) => this.shown[i] && (!lit || lit[i] || first.includes(i)));
    for (const i of names.slice(0, 1500)) if (this.size(i) > 2) take(sx(i), sy(i) - 6, this.size(i), true);
    let left = LABELS;
    for (const [n, i] of names.entries()) {
      if (left <= 0) break;
      const below = sy(i) + this.size(i) + 3;
      if (sx(i) < 0 || below < 0 || sx(i) > wide || below > high) continue;
      const half = this.width(this.labels[i]) / 2 + 2;
      const x = Math.min(Math.max(sx(i), half), Math.max(wide - half, half)), y = Math.min(below, high - 15);
      const row = Math.floor(y / 15), near = [row - 1, row, row + 1].flatMap((r) => taken.get(r) ?? []);
      // The largest may be named across nodes; no name across another.
      const covers = near.some(([ox, oy, oh, node]) => (!node || n > OVER_NODES) && Math.abs(ox - x) < oh + half && Math.abs(oy - y) < 13);
      if (covers && n >= first.length) continue;
      take(x, y, half);
      paper.strokeText(this.labels[i], x, y);
      paper.fillText(this.labels[i], x, y);
      left--;
    }
  }

  /** @param {string} label */
  width(label) {
    let found = this.widths.get(label);
    if (found === undefined) this.widths.set(label, (found = this.paper.measureText(label).width));
    return found;
  }

  /** @param {(i: number) => number} sx @param {(i: number) => number} sy */
  drawRings(sx, sy) {
    for (const [i, colour, more] of /** @type {[number, string, number][]} */ ([[this.chosen, "#b3001e", 3], [this.focused, "#0b57d0", 6]])) {
      if (i < 0 || (i === this.focused && document.activeElement !== this.host)) continue;
      this.ring(sx(i), sy(i), this.size(i) + more, 3, colour);
    }
  }

  /** Find the node at a point of the screen; -1 for none. @param {number} px @param {number} py */
  at(px, py) {
    const { x, y, zoom } = this.place;
    const wx = x + (px - this.wide / 2) / zoom, wy = y + (py - this.high / 2) / zoom;
    let best = -1, least = Infinity;
    for (let i = 0; i < this.n; i++) {
      if (!this.shown[i]) continue;
      const away = Math.hypot(this.x[i] - wx, this.y[i] - wy) * zoom;
      if (away < least && away <= Math.max(this.size(i), 6) + 6) [best, least] = [i, away];
    }
    return best;
  }

  /** Move the focus to the nearest neighbour in a direction, else to the nearest node there. @param {number[]} way */
  step([dx, dy]) {
    const from = this.focused >= 0 && this.shown[this.focused] ? this.focused : -1;
    if (from < 0) return this.focusOn(this.start());
    const tied = this.neighbours[from].map((t) => this.other(from, t)).filter((i) => this.shown[i]);
    const best = this.nearest(from, tied, dx, dy) ?? this.nearest(from, this.order.filter((i) => this.shown[i]), dx, dy);
    return best === undefined ? undefined : this.focusOn(best);
  }

  /** @param {number} from @param {number[]} among @param {number} dx @param {number} dy @returns {number | undefined} */
  nearest(from, among, dx, dy) {
    let best, least = Infinity;
    for (const i of among) {
      const ax = this.x[i] - this.x[from], ay = this.y[i] - this.y[from];
      const along = ax * dx + ay * dy, aside = Math.abs(ax * dy) + Math.abs(ay * dx);
      const cost = along + 2 * aside;
      if (i !== from && along > 0.5 && cost < least) [best, least] = [i, cost];
    }
    return best;
  }

  /** Where the keyboard enters: the chosen node, else the largest. */
  start() { return this.chosen >= 0 ? this.chosen : this.order.find((i) => this.shown[i]) ?? -1; }

  /** @param {number} i */
  focusOn(i) {
    if (i < 0) return;
    this.focused = i;
    const { x, y, zoom } = this.place;
    const sx = (this.x[i] - x) * zoom + this.wide / 2, sy = (this.y[i] - y) * zoom + this.high / 2;
    const inside = sx > 30 && sy > 30 && sx < this.wide - 30 && sy < this.high - 50;
    if (inside) this.redraw(); else this.go({ x: this.x[i], y: this.y[i], zoom });
    this.heard.focus?.(i);
  }

  listen() {
    const { canvas, host } = this;
    const where = (/** @type {PointerEvent | WheelEvent} */ event) => {
      const box = canvas.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      const at = where(event);
      this.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 240), at.x, at.y);
    }, { passive: false });
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.fingers.set(event.pointerId, where(event));
      this.travelled = 0;
    });
    canvas.addEventListener("pointermove", (event) => this.fingers.has(event.pointerId) ? this.drag(event.pointerId, where(event)) : this.hover(where(event)));
    canvas.addEventListener("pointerup", (event) => {
      const single = this.fingers.size === 1;
      this.fingers.delete(event.pointerId);
      if (single && this.travelled < 5) { const at = where(event); this.heard.choose?.(this.at(at.x, at.y)); }
    });
    canvas.addEventListener("pointercancel", (event) => this.fingers.delete(event.pointerId));
    canvas.addEventListener("pointerleave", () => { if (this.hovered >= 0) { this.hovered = -1; this.redraw(); } });
    host.addEventListener("keydown", (event) => this.key(event));
    host.addEventListener("focus", () => { if (this.focused < 0) this.focusOn(this.start()); else this.redraw(); });
    host.addEventListener("blur", () => this.redraw());
  }

  /** @param {number} id @param {{x: number, y: number}} to */
  drag(id, to) {
    const was = /** @type {{x: number, y: number}} */ (this.fingers.get(id));
    const others = [...this.fingers].filter(([other]) => other !== id).map(([, at]) => at);
    this.fingers.set(id, to);
    this.travelled += Math.hypot(to.x - was.x, to.y - was.y);
    const { x, y, zoom } = this.place;
    if (!others.length) return this.move({ x: x - (to.x - was.x) / zoom, y: y - (to.y - was.y) / zoom, zoom });
    const [other] = others;
    const by = Math.hypot(to.x - other.x, to.y - other.y) / Math.max(1, Math.hypot(was.x - other.x, was.y - other.y));
    return this.zoom(by, (to.x + other.x) / 2, (to.y + other.y) / 2);
  }

  /** @param {{x: number, y: number}} at */
  hover(at) {
    const found = this.at(at.x, at.y);
    if (found === this.hovered) return;
    this.hovered = found;
    this.canvas.style.cursor = found < 0 ? "grab" : "pointer";
    this.redraw();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = STEPS[/** @type {keyof STEPS} */ (event.key)];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (step && event.shiftKey) {
      const { x, y, zoom } = this.place;
      this.go({ x: x + (step[0] * 60) / zoom, y: y + (step[1] * 60) / zoom, zoom });
    } else if (step) this.step(step);
    else if (event.key === "Enter" && this.focused >= 0) this.heard.choose?.(this.focused);
    else if (event.key === "Escape" && this.chosen >= 0) this.heard.choose?.(-1);
    else if (event.key === "+") this.zoom(1.4);
    else if (event.key === "-") this.zoom(1 / 1.4);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  /** Let springs and repulsion arrange what is shown, until told to stop. @param {boolean} on */
  arrange(on) {
    cancelAnimationFrame(this.arranging);
    if (!on) return;
    let heat = 30;
    const turn = () => {
      this.relax(heat);
      heat = Math.max(1, heat * 0.99);
      this.draw();
      this.arranging = requestAnimationFrame(turn);
    };
    this.arranging = requestAnimationFrame(turn);
  }

  /** One turn of the arrangement: near nodes repel, ties pull; no node moves further than `most`. @param {number} most */
  relax(most) {
    const { x, y, shown, net } = this, room = 90;
    const fx = new Float64Array(this.n), fy = new Float64Array(this.n);
    /** @type {Map<number, number[]>} */
    const cells = new Map();
    const cell = (/** @type {number} */ a, /** @type {number} */ b) => a * 65536 + b;
    for (let i = 0; i < this.n; i++) if (shown[i]) {
      const key = cell(Math.floor(x[i] / room), Math.floor(y[i] / room));
      const there = cells.get(key);
      if (there) there.push(i); else cells.set(key, [i]);
    }
    for (let i = 0; i < this.n; i++) if (shown[i]) {
      const a = Math.floor(x[i] / room), b = Math.floor(y[i] / room);
      for (let u = a - 1; u <= a + 1; u++) for (let v = b - 1; v <= b + 1; v++) for (const j of cells.get(cell(u, v)) ?? []) {
        if (i === j) continue;
        const dx = x[i] - x[j] || (i - j) * 0.01, dy = y[i] - y[j] || (j - i) * 0.01, away = Math.hypot(dx, dy);
        if (away < room) { const push = ((room - away) / away) * 0.4; fx[i] += dx * push; fy[i] += dy * push; }
      }
    }
    for (let t = 0; t < net.ties.length; t += 4) {
      const a = net.ties[t], b = net.ties[t + 1];
      if (!shown[a] || !shown[b]) continue;
      const pull = 0.02 / Math.sqrt(1 + Math.max(net.degree[a], net.degree[b]));
      const dx = (x[b] - x[a]) * pull, dy = (y[b] - y[a]) * pull;
      fx[a] += dx; fy[a] += dy; fx[b] -= dx; fy[b] -= dy;
    }
    for (let i = 0; i < this.n; i++) {
      const far = Math.hypot(fx[i], fy[i]), share = far > most ? most / far : 1;
      x[i] += fx[i] * share; y[i] += fy[i] * share;
    }
  }
}

/** Read the data that came with the page. @returns {unknown} */
export const island = () => JSON.parse(document.getElementById("data")?.textContent ?? "null");

/** Wire the buttons beside the picture. @param {Picture} picture @param {Record<string, string>} words */
export function buttons(picture, words) {
  const on = (/** @type {string} */ id, /** @type {() => void} */ then) => document.getElementById(id)?.addEventListener("click", then);
  on("in", () => picture.zoom(1.4));
  on("out", () => picture.zoom(1 / 1.4));
  on("fit", () => picture.fit());
  on("physics", () => {
    const button = /** @type {HTMLElement} */ (document.getElementById("physics"));
    const start = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(start));
    button.textContent = start ? words.stop : words.start;
    picture.arrange(start);
  });
}
