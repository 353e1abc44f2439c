/* Six small charts on one time axis, drawn from the server's history; uPlot is a global of its own script. */
import { byId, css, make, say } from "./dom.js";
import { minutes, number } from "./words.js";

const pc = (v) => `${number(v)}\u202f%`;
const CHARTS = [
  ["Addresses in DNS", [["answers", ""]], null, number],
  ["Leases held", [["leases", ""]], [0, 100], pc],
  ["Leases a minute", [["throughput", "tried"], ["goodput", "made"]], null, (v) => (Math.round(v * 10) / 10).toString()],
  ["Network state late", [["delay", ""]], null, minutes],
  ["Load balancer's capacity", [["capacity", ""]], [0, 100], pc],
  ["Customers", [["dynamodb", "DDB"], ["launch", "EC2"], ["connection", "NLB"]], [0, 100], pc],
];
const COLOURS = ["--c1", "--c2", "--c3"], DASHES = [[], [6, 3], [2, 3]];
const charts = [];
let shape = { zero: null, marks: [] }, seen = "";

export function startCurves(again) {
  for (const [title, series, range, unit] of CHARTS) {
    const box = make("figure"), caption = make("figcaption"), name = make("span", "", title), values = make("span", "values"), plot = make("div", "plot");
    caption.append(name, values);
    const labels = series.map(([, label], i) => {
      const span = make("span", `value c${i + 1}`);
      const shown = make("b");
      span.append(shown, label ? ` ${label}` : "");
      values.append(span);
      return shown;
    });
    box.append(caption, plot);
    byId("curves").append(box);
    charts.push({ series, range, unit, plot, labels, u: null });
  }
  new ResizeObserver(() => { forget(); again(); }).observe(byId("curves"));
}

/* After a change of size or theme the charts are made again. */
export function forget() {
  charts.forEach((c) => { if (c.u) c.u.destroy(); c.u = null; });
  seen = "";
}

function markLines(u) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.lineWidth = 1;
  ctx.globalAlpha = 0.55;
  const colours = { operator: css("--op"), fault: css("--cause") };
  for (const m of shape.marks) {
    const t = shape.zero === null ? m.minutes : m.minutes - shape.zero;
    if (t < u.scales.x.min || t > u.scales.x.max || m.kind === "guard") continue;
    const x = Math.round(u.valToPos(t, "x", true)) + 0.5;
    ctx.strokeStyle = colours[m.kind];
    ctx.setLineDash(m.kind === "operator" ? [3, 3] : []);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

function build(chart) {
  const box = chart.plot.getBoundingClientRect();
  if (box.width < 40 || box.height < 30) return;
  const size = Math.max(9, parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.72);
  const axis = { stroke: css("--soft"), grid: { stroke: css("--grid"), width: 1 }, ticks: { show: false }, font: `${size}px ${getComputedStyle(document.body).fontFamily}` };
  const range = chart.range;
  chart.u = new uPlot({
    width: box.width, height: box.height, legend: { show: false }, cursor: { show: false }, padding: [6, 20, 0, 0],
    scales: { x: { time: false }, y: { range: range ? () => [range[0], range[1] * 1.05] : (u, lo, hi) => [0, Math.max(1, (hi || 0) * 1.1)] } },
    axes: [{ ...axis, size: size * 2, gap: 3, space: 70, values: (u, v) => v.map((t) => (shape.zero === null ? "" : t < 0 ? `\u2212${-t}` : `+${t}`)) },
      { ...axis, size: size * 3.4, gap: 4, space: 26, values: (u, v) => v.map((n) => (Number.isInteger(n) ? number(n) : String(Math.round(n * 10) / 10))) }],
    series: [{}, ...chart.series.map((s, i) => ({ stroke: css(COLOURS[i]), width: 2, dash: DASHES[i], points: { show: false }, spanGaps: false,
      fill: chart.series.length === 1 ? css("--fill") : undefined }))],
    hooks: { draw: [markLines] },
  }, [[], ...chart.series.map(() => [])], chart.plot);
}

export function drawCurves({ frame, series, points, marks }) {
  if (!points.length || !series.length) return;
  const zero = frame.zeroMinutes;
  const last = points[points.length - 1];
  const key = [last.seq, points.length, zero, marks.length].join();
  if (key === seen) return;
  seen = key;
  shape = { zero, marks };
  const from = zero === null ? last.minutes - 120 : zero - 40;
  const until = zero === null || frame.tPlus === null ? Infinity : zero + frame.tPlus + 2;
  const shown = points.filter((p) => p.minutes >= from && p.minutes <= until);
  const x = shown.map((p) => (zero === null ? p.minutes : Math.round((p.minutes - zero) * 10) / 10));
  for (const chart of charts) {
    if (!chart.u) build(chart);
    const columns = chart.series.map(([name]) => {
      const i = series.indexOf(name);
      const raw = shown.map((p) => p.values[i]);
      return name === "throughput" || name === "goodput" ? smooth(raw) : raw;
    });
    if (chart.u) chart.u.setData([x, ...columns]);
    columns.forEach((c, i) => {
      const v = c.length ? c[c.length - 1] : null;
      say(chart.labels[i], v === null || v === undefined ? "–" : chart.unit(v));
    });
  }
}

/* Rates of single ticks are noise: a mean over five of them. */
function smooth(values) {
  return values.map((v, i) => {
    const near = values.slice(Math.max(0, i - 4), i + 1).filter((w) => w !== null);
    return near.length ? near.reduce((a, b) => a + b, 0) / near.length : null;
  });
}
