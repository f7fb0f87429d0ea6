// Arrow keys in a picture: one tab stop, an arrow moves to the nearest mark on its side.
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function nearest(marks, middle, from, [dx, dy]) {
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

// Moves from a mark by the key that was pressed; `part` gives what of a mark its middle is taken of.
export function walk(event, marks, from, part = (mark) => mark) {
  if (!from || !steps[event.key]) return;
  const middle = (mark) => {
    const area = part(mark).getBoundingClientRect();
    return [area.x + area.width / 2, area.y + area.height / 2];
  };
  const next = nearest(marks, middle, from, steps[event.key]);
  if (next) {
    for (const each of marks) each.setAttribute("tabindex", each === next ? "0" : "-1");
    next.focus();
  }
  event.preventDefault();
}
