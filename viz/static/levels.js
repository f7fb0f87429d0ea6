// Arrow keys in the levels picture: one tab stop, arrows move to the nearest box, Enter follows, Esc shows everything.
const picture = document.querySelector("svg.levels");
const boxes = [...(picture?.querySelectorAll("a.element") ?? [])];
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function middle(box) {
  const area = box.querySelector(".plate").getBoundingClientRect();
  return [area.x + area.width / 2, area.y + area.height / 2];
}

function nearest(from, [dx, dy]) {
  const [x, y] = middle(from);
  let best = null;
  let least = Infinity;
  for (const box of boxes) {
    const [bx, by] = middle(box);
    const along = (bx - x) * dx + (by - y) * dy;
    const aside = Math.abs((bx - x) * dy) + Math.abs((by - y) * dx);
    const cost = along + 2 * aside;
    if (box !== from && along > 1 && cost < least) [best, least] = [box, cost];
  }
  return best;
}

function enter(box) {
  for (const each of boxes) each.setAttribute("tabindex", each === box ? "0" : "-1");
  box.focus();
}

picture?.addEventListener("keydown", (event) => {
  const from = event.target.closest?.("a.element");
  if (from && steps[event.key]) {
    const next = nearest(from, steps[event.key]);
    if (next) enter(next);
    event.preventDefault();
  } else if (event.key === "Escape") {
    document.getElementById("whole")?.click();
  }
});
