// Pictures whose marks lead to rows: one tab stop, arrows move to the nearest mark, a row that is led to opens.
const marks = [...document.querySelectorAll("svg.drawing a.mark")];
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function middle(mark) {
  const area = mark.getBoundingClientRect();
  return [area.x + area.width / 2, area.y + area.height / 2];
}

function nearest(from, [dx, dy]) {
  const [x, y] = middle(from);
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const [mx, my] = middle(mark);
    const along = (mx - x) * dx + (my - y) * dy;
    const aside = Math.abs((mx - x) * dy) + Math.abs((my - y) * dx);
    const cost = along + 2 * aside;
    if (mark !== from && along > 1 && cost < least) [best, least] = [mark, cost];
  }
  return best;
}

function enter(mark) {
  for (const each of marks) each.setAttribute("tabindex", each === mark ? "0" : "-1");
  mark.focus();
}

document.querySelector("svg.drawing")?.addEventListener("keydown", (event) => {
  const from = event.target.closest?.("a.mark");
  if (!from || !steps[event.key]) return;
  const next = nearest(from, steps[event.key]);
  if (next) enter(next);
  event.preventDefault();
});

function open() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const more = row?.querySelector("details");
  if (more && row.matches("tr")) more.open = true;
}

addEventListener("hashchange", open);
open();
