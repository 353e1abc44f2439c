/* AWS's milestones above the line, ours below it, and what people did as marks; beside it the same as a table, for narrow screens. */
import { byId, make, say, set, svg } from "./dom.js";
import { plural, tPlus } from "./words.js";

const FROM = -40, TO = 890, ROWS = 3, UNDER = 4.7;
/* The size of the letters where the timeline may be as high as it needs. */
const LETTER = 13;
/* Narrower than that it is hidden. */
const SEEN = 40;
let width = 0, size = 0, axis = 0, measure = true, drawn = "", listed = "";
let labels = null, story = null;

export function startTimeline(again) {
  new ResizeObserver(() => { measure = true; again(); }).observe(byId("timeline"));
}

const at = (m) => ((m - FROM) / (TO - FROM)) * width;

/* Labels that would run into each other go to another row; the last ones are written to the left of their tick. */
function rows(entries, lengths) {
  const ends = [];
  return entries.map((e, i) => {
    const x = at(e.at), left = x + lengths[i] + 8 > width;
    const from = left ? x - lengths[i] - 8 : x, to = left ? x : x + lengths[i] + 8;
    let row = ends.findIndex((end) => end <= from);
    if (row < 0) row = ends.length;
    ends[row] = to;
    return { ...e, row, left };
  });
}

/* As many rows as the labels need. Where the height is given, more rows mean smaller letters. */
function fit(root, entries, texts) {
  const free = getComputedStyle(root).getPropertyValue("--free").trim() === "yes";
  if (!free) root.style.height = "";
  for (let most = ROWS; ; most++) {
    size = free ? LETTER : (root.getBoundingClientRect().height - 5) / (most + UNDER);
    texts.forEach((t) => t.setAttribute("font-size", size));
    const placed = rows(entries, texts.map((t) => t.getComputedTextLength()));
    const needed = Math.max(...placed.map((e) => e.row)) + 1;
    if (needed > most && most < entries.length) continue;
    const height = free ? Math.max(needed, ROWS) * size + UNDER * size + 5 : 0;
    if (free) root.style.height = `${height}px`;
    axis = size * (Math.max(needed, ROWS) + 0.9) + 4;
    return placed;
  }
}

/* AWS's night, the line and its ticks: laid out again only when the size changes. */
function layOut(root, aws) {
  while (root.childNodes.length > 1) root.lastChild.remove();
  const stems = svg("g", {}, root);
  svg("rect", { x: 0, height: 0, width, class: "rail" }, root);
  story = svg("g", {}, root);
  labels = svg("g", {}, root);
  const texts = aws.map((e) => {
    const t = svg("text", { class: e.operator ? "aws operator" : "aws" }, labels);
    t.textContent = e.what;
    return t;
  });
  const placed = fit(root, aws, texts);
  const box = root.getBoundingClientRect();
  set(root, "viewBox", `0 0 ${box.width} ${box.height}`);
  placed.forEach((e, i) => {
    const x = at(e.at), y = size * (e.row + 0.95);
    svg("line", { x1: x, x2: x, y1: y - size * 0.7, y2: axis, class: "stem" }, stems);
    for (const [k, v] of Object.entries({ x: x + (e.left ? -4 : 4), y, "text-anchor": e.left ? "end" : "start" })) texts[i].setAttribute(k, v);
  });
  const rail = root.querySelector(".rail");
  set(rail, "y", axis - size * 0.16);
  set(rail, "height", size * 0.32);
  for (let t = 0; t <= 800; t += width < 700 ? 200 : 100) {
    const text = svg("text", { x: at(t), y: axis + size * 3.5, "text-anchor": "middle", "font-size": size, class: "tick" }, labels);
    text.textContent = `T+${t}`;
  }
}

export function drawTimeline({ frame, marks, aws }) {
  const root = byId("timeline");
  const reached = new Map((frame.replay ? frame.replay.milestones : []).filter((m) => m.here !== null).map((m) => [m.name, m]));
  list(aws, reached);
  if (!aws.length || !sized(root, aws)) return;
  const zero = frame.zeroMinutes;
  const last = marks.length ? marks[marks.length - 1].minutes : 0;
  const now = frame.tPlus === null ? null : Math.min(frame.tPlus, TO);
  const key = [marks.length, last, zero, reached.size, now === null ? "" : Math.floor(now)].join();
  if (key === drawn) return;
  drawn = key;
  tell(root, { aws, marks, reached, zero, now });
}

/* Lays the line out if its size has changed; gives whether it can be seen. */
function sized(root, aws) {
  if (!measure) return width >= SEEN;
  measure = false;
  width = root.getBoundingClientRect().width;
  if (width < SEEN) return false;
  layOut(root, aws);
  drawn = "";
  return true;
}

function tell(root, { aws, marks, reached, zero, now }) {
  const below = axis + size * 1.05;
  story.replaceChildren();
  if (now !== null) svg("rect", { x: at(0), y: axis - size * 0.16, width: Math.max(0, at(now) - at(0)), height: size * 0.32, class: "gone" }, story);
  for (const e of aws) {
    const ours = e.milestone && reached.get(e.milestone);
    if (!ours) continue;
    const hx = at(Math.max(FROM, Math.min(TO, ours.here)));
    svg("line", { x1: at(e.at), x2: hx, y1: axis, y2: below, class: `link ${ours.verdict}` }, story);
    const dot = svg("circle", { cx: hx, cy: below, r: size * 0.34, class: `ours ${ours.verdict}` }, story);
    svg("title", {}, dot).textContent = `${e.what}: AWS ${tPlus(e.at)}, here ${tPlus(ours.here)}`;
  }
  if (zero !== null) drawMarks(story, marks, zero, axis + size * 2.15);
  if (now !== null) svg("line", { x1: at(now), x2: at(now), y1: axis - size * 0.75, y2: axis + size * 2.6, class: "now" }, story);
  say(root.querySelector("title"), `Timeline: ${now === null ? "before T+0" : tPlus(now)}; ${plural(reached.size, "milestone", "milestones")} of ours reached, `
    + `${plural(marks.length, "mark", "marks")} of faults, guards and operators`);
}

function drawMarks(root, marks, zero, y) {
  const r = size * 0.42;
  for (const m of marks) {
    const t = m.minutes - zero;
    if (t < FROM || t > TO) continue;
    const x = at(t);
    const shape = { operator: `M${x - r},${y - r}h${2 * r}l${-r},${2 * r}z`, fault: `M${x},${y - r}l${r},${r}l${-r},${r}l${-r},${-r}z`,
      guard: `M${x - r * 0.8},${y - r * 0.8}h${1.6 * r}v${1.6 * r}h${-1.6 * r}z` }[m.kind];
    const path = svg("path", { d: shape, class: `mark ${m.kind}` }, root);
    svg("title", {}, path).textContent = `${tPlus(t)} ${m.kind}: ${m.what}`;
  }
}

/* The table: when AWS had it, when it was here, what it was. */
function list(aws, reached) {
  const key = [aws.length, ...[...reached.values()].map((m) => `${m.name}${m.here}${m.verdict}`)].join();
  if (key === listed) return;
  listed = key;
  byId("milestones").replaceChildren(...aws.map((e) => {
    const tr = make("tr", e.operator ? "operator" : ""), ours = reached.get(e.milestone), what = make("th", "", e.what);
    what.scope = "row";
    tr.append(make("td", "", tPlus(e.at)), make("td", ours ? ours.verdict : "", ours ? `${ours.verdict === "MISSED" ? "\u25cb" : "\u25cf"} ${tPlus(ours.here)}` : e.milestone ? "–" : ""), what);
    if (e.operator) what.append(make("span", "unseen", " (operators)"));
    if (ours && ours.basis) what.append(make("small", "basis", ` ${ours.basis.toLowerCase()}: ${ours.because}`));
    return tr;
  }));
}
