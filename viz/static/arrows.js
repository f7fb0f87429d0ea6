// @ts-check
// Arrow keys in a picture: one tab stop, an arrow moves to the nearest mark on its side.

/** @typedef {[number, number]} Point */

/** @type {Record<string, Point>} */
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {SVGElement[]} marks @param {(mark: SVGElement) => Point} middle @param {SVGElement} from @param {Point} way */
function nearest(marks, middle, from, [dx, dy]) {
  const [x, y] = middle(from);
  /** @type {SVGElement | null} */
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

/**
 * Move by the key that was pressed from the mark that has the focus; `part` names what of a mark its middle is taken of.
 * @param {KeyboardEvent} event
 * @param {SVGElement[]} marks
 * @param {string} [part]
 */
export function walk(event, marks, part) {
  const from = marks.find((mark) => mark === document.activeElement), way = steps[event.key];
  if (!from || !way) return;
  const middle = (/** @type {SVGElement} */ mark) => {
    const area = ((part && mark.querySelector(part)) || mark).getBoundingClientRect();
    return /** @type {Point} */ ([area.x + area.width / 2, area.y + area.height / 2]);
  };
  const next = nearest(marks, middle, from, way);
  if (next) {
    for (const each of marks) each.setAttribute("tabindex", each === next ? "0" : "-1");
    next.focus();
  }
  event.preventDefault();
}
