/* The control-problem view: what every controller believes beside what is. */
import { byId, make, say, set } from "./dom.js";
import { minutes } from "./words.js";

const rows = [];

function row() {
  const tr = make("tr");
  const cells = ["name", "believes", "is", "age", "mark"].map((c, i) => make(i ? "td" : "th", c));
  cells[0].scope = "row";
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
    set(tr, "title", `${b.feedback} (${b.fact})`);
    say(cells[0], b.controller);
    say(cells[1], b.believes);
    say(cells[2], b.is);
    say(cells[3], b.feedbackMinutes === null ? (b.feedback.startsWith("none") ? "none" : "–") : minutes(b.feedbackMinutes));
    say(cells[4], b.apart ? "\u2260 parted" : "=");
  });
  const apart = beliefs.filter((b) => b.apart).length;
  say(byId("parted"), apart ? `${apart} of ${beliefs.length} have parted` : "");
}
