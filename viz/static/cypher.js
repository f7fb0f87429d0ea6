// @ts-check
// The records that a query found, on the same canvas as the whole network.
import { Picture, buttons, island } from "./canvas.js";
import { found, make, named } from "./writing.js";

const net = /** @type {import("./canvas.js").Net & {ids: string[], page: {actors: string, kept: string}}} */ (island());
const told = found("chosen", HTMLElement);

/** Say which node it is, with the way to its page. @param {number} i */
function tell(i) {
  told.replaceChildren();
  if (i < 0) return;
  const link = make("a", undefined, told);
  link.href = `${net.page.actors}/${encodeURIComponent(net.ids[i])}${net.page.kept}`;
  named(net.names[i].trim() ? net.names[i] : net.words.nameless, link);
  told.append(` (${net.kinds[i] || net.types[net.type[i]].label})`);
}

const picture = new Picture(found("net", HTMLElement), net, {
  focus: tell,
  choose: (i) => { picture.choose(i, 1); tell(i); },
});
buttons(picture, net.words);
picture.fit();
requestAnimationFrame(() => document.documentElement.setAttribute("data-ready", "true"));
