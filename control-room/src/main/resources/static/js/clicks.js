/*
 * The second click of a double click counts only for the control of the first: a dialog that opens or closes, or a list that moves,
 * must not put another control under the pointer in between.
 */
const CONTROL = "button, a, input, select, summary, [role=tab]";
let first = null, stray = false;

const control = (e) => (e.target instanceof Element ? e.target.closest(CONTROL) : null);

export function startClicks() {
  addEventListener("mousedown", (e) => {
    if (e.detail < 2) first = control(e);
    stray = e.detail > 1 && control(e) !== first;
  }, true);
  addEventListener("click", (e) => {
    if (e.detail === 0 || !stray) return;
    e.preventDefault();
    e.stopPropagation();
  }, true);
}
