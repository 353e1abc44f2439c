/* AWS's milestones above the line, ours below it, and what people did as marks. */
import { byId, set, svg } from "./dom.js";
import { tPlus } from "./words.js";

const FROM = -40, TO = 890, ROWS = 3;
let width = 0, drawn = "";

export function startTimeline(again) {
  new ResizeObserver(() => { drawn = ""; again(); }).observe(byId("timeline"));
}

const at = (m) => ((m - FROM) / (TO - FROM)) * width;

/* Labels that would run into each other go to another row; the last ones are written to the left of their tick. */
function rows(entries, size) {
  const ends = new Array(ROWS).fill(-1e9);
  return entries.map((e) => {
    const length = e.what.length * size * 0.6 + size;
    const left = at(e.at) + length > width - 4;
    const from = left ? at(e.at) - length : at(e.at), to = left ? at(e.at) : at(e.at) + length;
    let row = ends.findIndex((end) => end <= from);
    if (row < 0) row = ends.indexOf(Math.min(...ends));
    ends[row] = to;
    return { ...e, row, left };
  });
}

export function drawTimeline({ frame, marks, aws }) {
  const root = byId("timeline");
  const reached = new Map((frame.replay ? frame.replay.milestones : []).filter((m) => m.here !== null).map((m) => [m.name, m]));
  const zero = frame.zeroMinutes;
  const last = marks.length ? marks[marks.length - 1].minutes : 0;
  const now = frame.tPlus === null ? null : Math.min(frame.tPlus, TO);
  const key = [aws.length, marks.length, last, zero, reached.size, now === null ? "" : Math.floor(now), document.documentElement.dataset.theme].join();
  if (key === drawn) return;
  drawn = key;
  const box = root.getBoundingClientRect();
  width = box.width;
  set(root, "viewBox", `0 0 ${box.width} ${box.height}`);
  while (root.childNodes.length > 1) root.lastChild.remove();
  const size = (box.height - 5) / 7.7, axis = size * (ROWS + 0.9) + 4, below = axis + size * 1.05;
  svg("rect", { x: 0, y: axis - size * 0.16, width, height: size * 0.32, class: "rail" }, root);
  if (now !== null) svg("rect", { x: at(Math.max(FROM, 0)), y: axis - size * 0.16, width: Math.max(0, at(now) - at(0)), height: size * 0.32, class: "gone" }, root);
  for (const e of rows(aws, size)) {
    const x = at(e.at), y = size * (e.row + 0.95);
    svg("line", { x1: x, x2: x, y1: y - size * 0.7, y2: axis, class: "stem" }, root);
    const label = svg("text", { x: x + (e.left ? -4 : 4), y, "text-anchor": e.left ? "end" : "start", "font-size": size, class: e.operator ? "aws operator" : "aws" }, root);
    label.textContent = e.what;
    const ours = e.milestone && reached.get(e.milestone);
    if (ours) {
      const hx = at(Math.max(FROM, Math.min(TO, ours.here)));
      svg("line", { x1: x, x2: hx, y1: axis, y2: below, class: `link ${ours.verdict}` }, root);
      const dot = svg("circle", { cx: hx, cy: below, r: size * 0.34, class: `ours ${ours.verdict}` }, root);
      svg("title", {}, dot).textContent = `${e.what}: AWS ${tPlus(e.at)}, here ${tPlus(ours.here)}`;
    }
  }
  for (let t = 0; t <= 800; t += 100) {
    const text = svg("text", { x: at(t), y: axis + size * 3.5, "text-anchor": "middle", "font-size": size, class: "tick" }, root);
    text.textContent = `T+${t}`;
  }
  if (zero !== null) drawMarks(root, marks, zero, axis + size * 2.15, size);
  if (now !== null) {
    svg("line", { x1: at(now), x2: at(now), y1: 2, y2: axis + size * 2.6, class: "now" }, root);
  }
  root.querySelector("title").textContent = `Time line: ${now === null ? "before T+0" : tPlus(now)}; ${reached.size} of our milestones reached, ${marks.length} marks of faults, guards and operators`;
}

function drawMarks(root, marks, zero, y, size) {
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
