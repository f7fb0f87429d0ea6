// @ts-check
// The levels picture by keyboard: arrows move among the boxes, Enter follows, Esc shows everything.
import { walk } from "./arrows.js";

const picture = /** @type {SVGSVGElement | null} */ (document.querySelector("svg.levels"));
const boxes = /** @type {SVGElement[]} */ ([...(picture?.querySelectorAll("a.element") ?? [])]);

picture?.addEventListener("keydown", (event) => {
  walk(event, boxes, ".plate");
  if (event.key === "Escape") document.getElementById("whole")?.click();
});
