// @ts-check
// Pictures whose marks lead to rows: arrows move among the marks, a row that is led to opens.
import { walk } from "./arrows.js";

const picture = /** @type {SVGSVGElement | null} */ (document.querySelector("svg.drawing"));
const marks = /** @type {SVGElement[]} */ ([...document.querySelectorAll("svg.drawing a.mark")]);

picture?.addEventListener("keydown", (event) => walk(event, marks));

function open() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const more = row?.querySelector("details");
  if (more && row?.matches("tr")) more.open = true;
}

addEventListener("hashchange", open);
open();
