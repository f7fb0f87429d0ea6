// @ts-check
// The records that a query found, on the same canvas as the whole network.
import { Picture, buttons, island } from "./canvas.js";

const net = island();
const told = /** @type {HTMLElement} */ (document.getElementById("chosen"));

/** Say which node it is, with the way to its page. @param {number} i */
function tell(i) {
  told.replaceChildren();
  if (i < 0) return;
  const link = document.createElement("a");
  link.href = `${net.page.actors}/${encodeURIComponent(net.ids[i])}${net.page.kept}`;
  link.append(document.createElement("bdi"));
  /** @type {HTMLElement} */ (link.firstElementChild).textContent = net.names[i].trim() ? net.names[i] : net.words.nameless;
  told.append(link, ` (${net.kinds[i] || net.types[net.type[i]].label})`);
}

const picture = new Picture(/** @type {HTMLElement} */ (document.getElementById("net")), net, {
  focus: tell,
  choose: (i) => { picture.choose(i, 1); tell(i); },
});
buttons(picture, net.words);
picture.fit();
requestAnimationFrame(() => document.documentElement.setAttribute("data-ready", "true"));
