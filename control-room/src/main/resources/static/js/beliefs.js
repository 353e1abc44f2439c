/* The control-problem view: what every controller believes beside what is. */
import { byId, make, say, set } from "./dom.js";
import { form, minutes } from "./words.js";

const rows = [];

function row() {
  const tr = make("tr");
  const cells = ["name", "believes", "is", "age", "mark"].map((c, i) => make(i ? "td" : "th", c));
  cells.slice(1, 4).forEach((cell, i) => { cell.dataset.label = ["believes", "is", "feedback"][i]; });
  cells[0].scope = "row";
  cells[3].append(make("span", ""), make("span", "full"));
  tr.append(...cells);
  byId("beliefs").append(tr);
  return { tr, cells };
}

export function drawBeliefs({ frame }) {
  const beliefs = frame.beliefs;
  while (rows.length < beliefs.length) rows.push(row());
  while (rows.length > beliefs.length) rows.pop().tr.remove();
  beliefs.forEach((b, i) => {
    const { tr, cells } = rows[i];
    set(tr, "data-apart", b.apart ? "yes" : "no");
    say(cells[0], b.controller);
    say(cells[1], b.believes);
    say(cells[2], b.is);
    say(cells[3].firstChild, b.feedbackMinutes === null ? (b.feedback.startsWith("none") ? "none" : "–") : minutes(b.feedbackMinutes));
    say(cells[3].lastChild, `${b.feedback.replace(/^none: /, "")} (${b.fact})`);
    say(cells[4], b.apart ? "\u2260 parted" : "=");
  });
  const apart = beliefs.filter((b) => b.apart).length;
  say(byId("parted"), apart ? `${apart} of ${beliefs.length} ${form(apart, "differs", "differ")}` : "");
}
