// @ts-check
// The network in a file of its own: everything came along, evidence too, and nothing is asked of anybody.
import { island } from "./canvas.js";
import { View } from "./view.js";
import { found, make, press } from "./writing.js";

/**
 * The network with its sources: for each node and each tie the place of its source in the list.
 * @typedef {import("./view.js").Seen & {sources: string[], nodeSource: number[], tieSource: number[]}} Carried
 */

const net = /** @type {Carried} */ (island());
const { words } = net;
const view = new View(net, { told: evidence });
const LISTED = 60;

/** List where the chosen node and its ties are known from. @param {number} i */
function evidence(i) {
  const list = found("evidence", HTMLElement);
  list.replaceChildren();
  found("evidence-heading", HTMLElement).hidden = i < 0;
  if (i < 0) return;
  make("li", view.say(words.source, { source: net.sources[net.nodeSource[i]] }), list);
  const ties = view.picture.neighbours[i].map((t) => t / 4);
  for (const t of ties.slice(0, LISTED)) witness(make("li", undefined, list), i, t);
  if (ties.length > LISTED) make("li", view.say(words.more, { n: ties.length - LISTED }), list);
}

/** @param {Element} line @param {number} i @param {number} t */
function witness(line, i, t) {
  line.append(`${net.ties[4 * t] === i ? "→" : "←"} ${view.verbOf(t)}: `);
  view.leading(line, view.picture.other(i, 4 * t));
  make("small", view.say(words.evidence, { n: net.ties[4 * t + 3], source: net.sources[net.tieSource[t]] }), line);
}

press(words.moreRows, found("more", HTMLElement), () => { view.rows *= 10; view.tables(); });
view.begin({});
if (view.chosen >= 0) view.tellOne(view.chosen, false);
