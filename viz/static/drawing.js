// Pictures whose marks lead to rows: arrows move among the marks, a row that is led to opens.
import { walk } from "./arrows.js";

const marks = [...document.querySelectorAll("svg.drawing a.mark")];

document.querySelector("svg.drawing")?.addEventListener("keydown", (event) => {
  walk(event, marks, event.target.closest?.("a.mark"));
});

function open() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const more = row?.querySelector("details");
  if (more && row.matches("tr")) more.open = true;
}

addEventListener("hashchange", open);
open();
