// @ts-check
// The view of the network, on the page and in the file alike: filter, search, choice and tables that say the same.
import { Picture, buttons } from "./canvas.js";
import { fold, found, language, make, named, press } from "./writing.js";

/** @typedef {import("./canvas.js").Place} Place */
/**
 * The network with what is shown of it: `complete` where all nodes came along, `selected` the place of the chosen one or
 * -1, `sized` where the size of a node has a column of its own.
 * @typedef {import("./canvas.js").Net & {page: {complete: boolean, rows: number, selected: number, sized: boolean}}} Seen
 */
/**
 * What page and file do differently.
 * @typedef {object} Around
 * @property {(i: number) => string} [address] where everything about a node stands
 * @property {() => void} [keep] keeps the state after a change of it
 * @property {() => void} [ask] has the server choose, where not everything came along
 * @property {(i: number) => void} [told] adds to what is said of the chosen node, -1 for none
 * @property {(place: Place) => void} [moved] hears where the picture stands
 */

const LISTED = { matches: 20, neighbours: 60 };

export class View {
  /** @param {Seen} net @param {Around} around */
  constructor(net, around) {
    this.net = net;
    this.around = around;
    this.chosen = net.page.selected;
    this.rows = net.page.rows;
    this.filter = found("view", HTMLElement);
    this.only = found("only", HTMLInputElement);
    this.words = net.words;
    const { number, say } = language(net.lang);
    this.number = number;
    this.say = say;
    this.levels = new Map(net.levels.map(([code, , label]) => [code, label]));
    /** @type {string[] | null} */
    this.folded = null;
    this.picture = new Picture(found("net", HTMLElement), net, {
      focus: (i) => { if (i !== this.chosen) this.tellOne(i, true); },
      choose: (i) => this.choose(i),
      moved: around.moved,
    });
    buttons(this.picture, net.words);
    this.shown = net.page.complete ? this.filtered() : this.picture.shown;
    this.picture.shown = this.shown;
    this.listen();
  }

  /** Show the picture as it was left, or all of it. @param {Partial<Place>} place */
  begin(place) {
    if (this.chosen >= 0) this.picture.choose(this.chosen, this.depth());
    if (place.zoom) this.picture.go({ x: place.x ?? 0, y: place.y ?? 0, zoom: place.zoom });
    else this.picture.fit();
    requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute("data-ready", "true")));
  }

  listen() {
    const { complete } = this.net.page;
    for (const box of [...this.boxes("type"), ...this.boxes("level"), this.only]) box.addEventListener("change", () => this.apply());
    this.only.addEventListener("change", () => { if (complete) this.picture.fit(); });
    found("depth", HTMLSelectElement).addEventListener("change", () => { if (this.chosen >= 0) this.choose(this.chosen); });
    if (complete) found("q", HTMLInputElement).addEventListener("input", () => this.search());
  }

  /** @param {string} name */
  boxes(name) { return /** @type {HTMLInputElement[]} */ ([...this.filter.querySelectorAll(`input[name="${name}"]`)]); }

  depth() { return Number(found("depth", HTMLSelectElement).value || 1); }

  /** @param {number} i */
  nameOf(i) { return this.net.names[i].trim() ? this.net.names[i] : this.words.nameless; }

  /** @param {number} i */
  typeOf(i) {
    const type = this.net.kinds[i] || this.net.types[this.net.type[i]].label;
    return this.picture.added.nodes.has(i) ? this.say(this.words.added, { kind: type }) : type;
  }

  /** @param {number} i */
  levelOf(i) { return this.levels.get(this.net.level[i]) ?? ""; }

  /** @param {number} t the place of a tie */
  verbOf(t) {
    const verb = this.net.ties[4 * t + 2], label = this.net.verbs[verb >> 1];
    const said = verb & 1 ? `${label} (${this.words.derived})` : label;
    return this.picture.added.ties.has(4 * t) ? this.say(this.words.added, { kind: said }) : said;
  }

  /** Mark what the filter leaves. */
  filtered() {
    const off = (/** @type {string} */ name) => new Set(this.boxes(name).filter((box) => !box.checked).map((box) => box.value));
    const { net, chosen } = this, types = off("type"), levels = off("level");
    // No box checked is as good as all.
    const all = this.boxes("type").every((box) => !box.checked);
    const hiddenType = net.types.map((type) => !all && types.has(type.name));
    const hiddenLevel = new Map(net.levels.map(([code, value]) => [code, levels.has(value)]));
    const near = this.only.checked && chosen >= 0 ? this.picture.around(chosen, this.depth()) : null;
    return Uint8Array.from(net.names, (_, i) =>
      i === chosen || (!hiddenType[net.type[i]] && !hiddenLevel.get(net.level[i]) && (!near || near[i])) ? 1 : 0);
  }

  apply() {
    if (!this.net.page.complete) { this.around.ask?.(); return; }
    this.shown = this.filtered();
    this.picture.show(this.shown);
    this.tell();
    this.tables();
    this.around.keep?.();
  }

  tell() {
    const all = this.net.names.length, n = this.shown.reduce((sum, each) => sum + each, 0);
    const hidden = all > n ? "; " + this.say(this.words.hidden, { n: all - n }) : "";
    found("shown", HTMLElement).textContent = this.say(this.words.shown, { n, all }) + hidden;
  }

  /** @param {number} i */
  choose(i) {
    this.chosen = i;
    this.picture.choose(i, this.depth());
    if (i >= 0) this.picture.focused = i;
    // Beyond what came along, the neighbourhood is the server's to add.
    if (this.net.page.complete || i >= 0) this.apply();
    else this.around.keep?.();
    this.tellOne(i, false);
  }

  /** Say what a node is; a passing focus leaves the lists alone. @param {number} i @param {boolean} passing */
  tellOne(i, passing) {
    const box = found("chosen", HTMLElement);
    box.replaceChildren();
    const line = make("p", i < 0 ? this.words.nobody : undefined, box);
    if (i >= 0) {
      named(this.nameOf(i), make("strong", undefined, line));
      line.append(": ", this.say(this.words.one, { type: this.typeOf(i), level: this.levelOf(i), n: this.net.degree[i] }));
    }
    if (passing) return;
    this.ways(i);
    this.neighbours(i);
    this.around.told?.(i);
  }

  /** @param {number} i */
  ways(i) {
    const line = found("ways", HTMLElement);
    line.hidden = i < 0;
    line.replaceChildren();
    if (i < 0) return;
    if (this.around.address) {
      make("a", this.words.page, line).href = this.around.address(i);
      line.append(" · ");
    }
    press(this.words.letGo, line, () => this.choose(-1));
  }

  /** @param {number} i */
  neighbours(i) {
    const { picture, shown } = this, list = found("neighbours", HTMLElement);
    list.replaceChildren();
    const near = i < 0 ? [] : picture.order.filter((j) => j !== i && picture.lit?.[j] && shown[j]);
    found("near-heading", HTMLElement).hidden = !near.length;
    for (const j of near.slice(0, LISTED.neighbours)) this.listed(list, j);
    if (near.length > LISTED.neighbours) make("li", this.say(this.words.more, { n: near.length - LISTED.neighbours }), list);
  }

  /** @param {Element} list @param {number} j */
  listed(list, j) {
    const line = make("li", undefined, list);
    this.leading(line, j);
    line.append(` (${this.typeOf(j)}, ${this.levelOf(j)})`);
  }

  /** Write a name that chooses its node when it is pressed. @param {Element} line @param {number} j */
  leading(line, j) {
    named(this.nameOf(j), press(undefined, line, () => { this.choose(j); this.picture.focusOn(j); }));
  }

  search() {
    const folded = (this.folded ??= this.net.names.map((name) => fold(name)));
    const wanted = fold(found("q", HTMLInputElement).value.trim()), list = found("matches", HTMLElement);
    list.replaceChildren();
    const hits = wanted ? this.picture.order.filter((i) => folded[i].includes(wanted)) : [];
    found("found", HTMLElement).textContent = wanted ? this.say(this.words.matches, { n: hits.length }) : "";
    list.hidden = !hits.length;
    for (const i of hits.slice(0, LISTED.matches)) this.listed(list, i);
    this.around.keep?.();
  }

  /** Write both tables anew: what the filter leaves, as far as the rows go. */
  tables() {
    const { net, shown, around } = this, rows = this.picture.order.filter((i) => shown[i]);
    const nodes = body("node-table"), ties = body("tie-table");
    for (const i of rows.slice(0, this.rows)) {
      const head = this.row(nodes, [this.typeOf(i), this.levelOf(i), net.degree[i], ...(net.page.sized ? [net.size[i]] : [])]);
      const name = named(this.nameOf(i), head);
      if (around.address) { const link = make("a", undefined, head); link.href = around.address(i); link.append(name); }
    }
    let n = 0;
    for (let t = 0; t < net.ties.length / 4; t++) {
      const [a, b, , count] = net.ties.slice(4 * t, 4 * t + 4);
      if (!shown[a] || !shown[b] || ++n > this.rows) continue;
      named(this.nameOf(a), this.row(ties, [this.verbOf(t), this.nameOf(b), count]));
    }
    found("more", HTMLElement).hidden = rows.length <= this.rows && n <= this.rows;
  }

  /** Add a row to a table, and give the cell that heads it. @param {HTMLTableSectionElement} rows @param {(string | number)[]} cells */
  row(rows, cells) {
    const line = make("tr", undefined, rows), head = make("th", undefined, line);
    const headings = /** @type {HTMLTableElement} */ (rows.parentElement).tHead?.rows[0].cells;
    line.setAttribute("role", "row");
    head.scope = "row";
    head.setAttribute("role", "rowheader");
    cells.forEach((value, n) => {
      const cell = make("td", undefined, line);
      cell.setAttribute("role", "cell");
      cell.dataset.label = headings?.[n + 1].textContent ?? "";
      if (typeof value === "number") cell.className = "number";
      named(typeof value === "number" ? this.number.format(value) : value, cell);
    });
    return head;
  }
}

/** Empty the body of a table. @param {string} table */
function body(table) {
  const rows = found(table, HTMLTableElement).tBodies[0];
  rows.replaceChildren();
  return rows;
}
