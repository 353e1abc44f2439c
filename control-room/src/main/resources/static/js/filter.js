/*
 * One filter for what the open tab lists: words that must all occur. Rows are found by what they are, never by their state, or a row
 * would leave from under the pointer when its button is pressed.
 */
import { byId, make, say } from "./dom.js";
import { plural } from "./words.js";

const kept = new Map();
let tab = "faults";

export const words = (text) => text.trim().toLowerCase().split(/\s+/).filter(Boolean);
export const matches = (text, all) => all.every((w) => text.includes(w));

/* Every tab keeps its own words. */
export function turnTo(name) {
  kept.set(tab, byId("filter").value);
  tab = name;
  byId("filter").value = kept.get(name) || "";
}

/* Gives whether there was something to clear. */
export function clearFilter() {
  const there = byId("filter").value !== "";
  byId("filter").value = "";
  return there;
}

/* Shows the rows of a pane that match, and the groups that have one. */
export function narrow(pane) {
  const all = words(byId("filter").value), rows = [...pane.querySelectorAll(".switch")];
  rows.forEach((row) => { row.hidden = !matches(row.dataset.words, all); });
  pane.querySelectorAll(".group").forEach((group) => { group.hidden = !group.querySelector(".switch:not([hidden])"); });
  const found = rows.filter((row) => !row.hidden).length;
  say(byId("shown"), all.length ? `${found} of ${rows.length}` : String(rows.length || ""));
  if (!pane.querySelector(".none")) pane.append(make("p", "meaning none"));
  say(pane.querySelector(".none"), rows.length && !found ? `None of ${plural(rows.length, "entry", "entries")} contains these words. Esc clears the filter.` : "");
}
