/* Rows of switches, in groups. A row's size and the place of its buttons are the same in all its states. */
import { make } from "./dom.js";
import { number, percent, plural } from "./words.js";

export function button(text, onClick, label) {
  const b = make("button", "", text);
  b.type = "button";
  if (label) b.setAttribute("aria-label", label);
  b.addEventListener("click", onClick);
  return b;
}

/* Makes the groups of a pane in the order of their first rows; gives the element that takes a row of the group. */
export function groups(pane) {
  const made = new Map();
  return (title) => {
    if (!made.has(title)) {
      const group = make("section", "group");
      group.append(make("h3", "", title));
      group.setAttribute("aria-label", title);
      pane.append(group);
      made.set(title, group);
    }
    return made.get(title);
  };
}

/* card: { name, where, meaning, words }; words: what the filter finds it by, besides. Gives the row's changing parts. */
export function row(group, card) {
  const div = make("div", "switch"), head = make("p", "head"), state = make("span", "state"), buttons = make("p", "buttons");
  head.append(make("b", "", card.name), card.where ? make("span", "where", card.where) : "", state);
  div.append(head, make("p", "meaning", card.meaning), buttons);
  div.dataset.words = [card.name, card.where, card.meaning, card.words].join(" ").toLowerCase();
  group.append(div);
  return { div, state, buttons };
}

export const amount = (v) => (Number.isInteger(v) ? number(v) : String(Math.round(v * 1000) / 1000));

/* "8 acquisitions", "1 load balancer", "50 % of requests", "5 times as long"; units are those of the services. */
export function measured(magnitude, unit) {
  if (unit === "switch") return "on";
  if (unit === "factor") return plural(magnitude, "time", "times", amount);
  if (unit.startsWith("share of ")) return `${percent(magnitude)} of ${unit.slice(9)}`;
  return plural(magnitude, unit.replace(/^([a-z ]*?)s\b(?=$| down$)/, "$1"), unit, amount);
}
