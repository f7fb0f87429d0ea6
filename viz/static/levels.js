// The levels picture by keyboard: arrows move among the boxes, Enter follows, Esc shows everything.
import { walk } from "./arrows.js";

const picture = document.querySelector("svg.levels");
const boxes = [...(picture?.querySelectorAll("a.element") ?? [])];

picture?.addEventListener("keydown", (event) => {
  walk(event, boxes, event.target.closest?.("a.element"), (box) => box.querySelector(".plate"));
  if (event.key === "Escape") document.getElementById("whole")?.click();
});
