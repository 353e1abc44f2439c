"use strict";
(() => {
  const report = JSON.parse(document.getElementById("report-data").textContent);
  const samples = JSON.parse(document.getElementById("samples-data").textContent);
  const byId = (id) => document.getElementById(id);
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const started = Date.parse(report.settings.startedAt);
  const speed = report.settings.speed;
  const hasZero = report.zero !== null;
  const minutes = (s) => (hasZero ? s.tPlusMinutes : ((Date.parse(s.wall) - started) / 60000) * speed);
  const clock = (m) => (m === null || m === undefined ? "–" : (hasZero ? (m < 0 ? "T−" : "T+") : "min ") + Math.abs(Math.round(m * 10) / 10));

  function cell(row, text, small, className) {
    const td = document.createElement("td");
    td.textContent = text;
    if (className) td.className = className;
    if (small) {
      const s = document.createElement("small");
      s.textContent = small;
      td.append(s);
    }
    row.append(td);
  }
  function table(id, heads, rows, fill) {
    const t = byId(id);
    const head = document.createElement("tr");
    heads.forEach((h) => { const th = document.createElement("th"); th.textContent = h; head.append(th); });
    t.append(head);
    rows.forEach((r) => { const tr = document.createElement("tr"); fill(tr, r); t.append(tr); });
    if (!rows.length) { const tr = document.createElement("tr"); cell(tr, "none"); t.append(tr); }
  }

  const met = report.milestones.filter((m) => m.verdict === "MET").length;
  /* Of those that are met, how many were put there by nobody, by a number of ours, by an act. */
  function bases() {
    const of = (basis) => report.milestones.filter((m) => m.verdict === "MET" && m.basis === basis).length;
    return report.milestones.some((m) => m.basis) ? `: ${of("EMERGENT")} emergent, ${of("FITTED")} fitted, ${of("GIVEN")} given` : "";
  }
  const words = { PLAYED: "The night was played", NEVER_EMPTY: "The record never became empty", QUIET: "A quiet soak",
    ABORTED: "Aborted", FAILED: "Failed", UNFINISHED: "Not finished" };
  const b = document.createElement("b");
  b.textContent = words[report.outcome] || report.outcome;
  byId("summary").append(b, hasZero ? ` · ${met} of ${report.milestones.length} milestones within their windows${bases()}` : "",
    report.settings.guards.length ? ` · guards: ${report.settings.guards.join(", ")}` : " · no guards",
    ` · seed ${report.settings.seed} · ${speed} incident seconds a second`, report.reason ? ` · ${report.reason}` : "", report.machine.keptUp ? "" : ` · ${report.machine.words}`);

  const label = { MET: "met", MISSED: "missed", NOT_REACHED: "not reached" };
  table("milestones", ["Milestone", "AWS", "Here", "Window", "", "What puts it there"], report.milestones, (tr, m) => {
    cell(tr, m.title, m.measured);
    cell(tr, m.aws, m.fact, "time");
    cell(tr, m.here === null ? m.detail || "–" : "T+" + m.here, m.here === null ? "" : m.detail, "time");
    cell(tr, m.from === m.to ? "T+" + m.from : `T+${m.from}…${m.to}`, "", "time");
    cell(tr, label[m.verdict] + (report.machine.milestonesInStalls.includes(m.name) ? " *" : ""), "", m.verdict);
    cell(tr, m.basis ? m.basis.toLowerCase() : "–", m.because || "");
  });

  const end = Math.max(report.settings.untilMinutes ?? 0, 1);
  if (!report.phases.length) byId("phases-section").hidden = true;
  const merged = new Map();
  report.phases.forEach((p) => merged.set(p.name, [...(merged.get(p.name) || []), p]));
  merged.forEach((spans, name) => {
    const div = document.createElement("div");
    div.className = "phase";
    const left = document.createElement("div");
    left.textContent = name;
    const small = document.createElement("small");
    small.textContent = spans[0].saw;
    left.append(small);
    const bar = document.createElement("div");
    bar.className = "bar";
    spans.forEach((p) => {
      const i = document.createElement("i");
      i.style.left = (100 * p.from) / end + "%";
      i.style.width = (100 * ((p.to ?? end) - p.from)) / end + "%";
      i.title = `T+${Math.round(p.from)}…${p.to === null ? "end" : "T+" + Math.round(p.to)}`;
      bar.append(i);
    });
    const time = document.createElement("div");
    time.className = "time";
    const last = spans[spans.length - 1].to;
    time.textContent = `T+${Math.round(spans[0].from)} … ${last === null ? "end" : "T+" + Math.round(last)}`;
    div.append(left, bar, time);
    byId("phases").append(div);
  });

  table("marks", ["When", "Where", "What", "Why"], report.marks, (tr, m) => {
    const at = hasZero ? m.tPlusMinutes : ((Date.parse(m.wall) - started) / 60000) * speed;
    cell(tr, clock(at), "", "time");
    cell(tr, m.service);
    cell(tr, m.what, m.kind.replaceAll("-", " "));
    cell(tr, [m.ids.because, m.ids.fact && m.ids.fact !== "lab" ? `(${m.ids.fact})` : ""].filter(Boolean).join(" "));
  });
  table("rounds", ["Round", "Enactor that kept losing the lock", "Outcome"], report.rounds, (tr, r) => {
    cell(tr, String(r.number));
    cell(tr, r.enactor);
    cell(tr, r.outcome.replaceAll("-", " "));
  });
  if (hasZero || !report.alarms.length) byId("alarms-section").hidden = true;
  table("alarms", ["Check", "Samples", "First seen as"], report.alarms, (tr, a) => {
    cell(tr, a.check);
    cell(tr, String(a.samples));
    cell(tr, a.detail);
  });
  byId("machine-words").textContent = `${report.machine.words} A stall: two services or more were over 30 incident seconds late at once.`;
  const late = [...report.machine.stalls.map((s) => [s, "the machine"]), ...report.machine.alone.map((s) => [s, "one service alone"])]
    .sort(([a], [b]) => Date.parse(a.from) - Date.parse(b.from));
  table("stalls", ["When", "Late", "Lasted", "Whose", "Services"], late, (tr, [s, whose]) => {
    cell(tr, clock(hasZero ? s.tPlusMinutes : ((Date.parse(s.from) - started) / 60000) * speed), "", "time");
    cell(tr, `${s.worstSeconds} s`, `${s.worstIncidentSeconds} incident seconds`, "time");
    cell(tr, `${Math.round((Date.parse(s.to) - Date.parse(s.from)) / 100) / 10} s`, "", "time");
    cell(tr, whose);
    cell(tr, s.services.join(", "));
  });
  byId("restarts").hidden = !report.machine.restarts.length;
  table("restarts", ["When", "Service that ended and was started again", "Exit status"], report.machine.restarts, (tr, r) => {
    cell(tr, clock(hasZero ? r.tPlusMinutes : ((Date.parse(r.wall) - started) / 60000) * speed), "", "time");
    cell(tr, r.service);
    cell(tr, r.exitStatus || "not seen");
  });
  const facts = { Run: report.settings.id, Seed: report.settings.seed, Speed: speed, Until: `T+${report.settings.untilMinutes ?? 0}`,
    Guards: report.settings.guards.join(", ") || "none", "T+0": report.zero || "–", ...report.settings.parameters,
    Samples: report.samples, Events: report.events, Playbook: JSON.stringify(report.settings.playbook) };
  Object.entries(facts).forEach(([k, v]) => {
    const dt = document.createElement("dt");
    const dd = document.createElement("dd");
    dt.textContent = k;
    dd.textContent = String(v);
    byId("settings").append(dt, dd);
  });

  const shown = samples.filter((s) => minutes(s) !== null && minutes(s) >= -30);
  const x = shown.map(minutes);
  const pick = (f) => shown.map((s) => { const v = f(s); return v === undefined || v === null || Number.isNaN(v) ? null : v; });
  /* Rates of single ticks are noise: averaged over 5 incident minutes. */
  const smooth = (values) => {
    let from = 0;
    return values.map((v, i) => {
      while (x[i] - x[from] > 5) from++;
      const seen = values.slice(from, i + 1).filter((w) => w !== null);
      return seen.length ? seen.reduce((p, c) => p + c, 0) / seen.length : null;
    });
  };
  const percent = (v) => (v === null || v === undefined ? null : 100 * v);
  const canary = (s, n) => percent(s.customers.canaries[n] && s.customers.canaries[n].successShare);
  const charts = [
    ["Addresses that the regional name can answer", "", [["answers", (s) => (s.regional.possible ?? s.regional.answers)]]],
    ["Leases held", "%", [["of the droplets", (s) => s.leases && (100 * s.leases.held) / s.leases.droplets]], [0, 100]],
    ["DWFM's queue", "", [["attempts queued", (s) => s.leases && s.leases.queueLength]]],
    ["Goodput and throughput, per minute", "", [["attempts worked", smooth(pick((s) => s.leases && s.leases.attemptsPerMinute))],
      ["leases made", smooth(pick((s) => s.leases && s.leases.leasesPerMinute))]]],
    ["Propagation delay", " min", [["worst zone", (s) => s.network && s.network.delayMinutes]]],
    ["Load balancer capacity", "%", [["in DNS and healthy", (s) => s.nlb && percent(s.nlb.healthyCapacityShare)]], [0, 100]],
    ["Canaries: DynamoDB", "%", [["customers", (s) => canary(s, "dynamodb")], ["internal tools", (s) => canary(s, "internal-tool")]], [0, 100]],
    ["Canaries: EC2 and load balancer", "%", [["launch", (s) => canary(s, "launch")], ["connection", (s) => canary(s, "connection")]], [0, 100]],
  ];
  const marks = report.marks.filter((m) => m.kind !== "guard-switched").map((m) => ({
    at: hasZero ? m.tPlusMinutes : ((Date.parse(m.wall) - started) / 60000) * speed, op: m.kind === "operator-action" }));
  function markLines(u) {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.lineWidth = 1.5;
    marks.forEach((m) => {
      if (m.at === null || m.at < u.scales.x.min || m.at > u.scales.x.max) return;
      const px = Math.round(u.valToPos(m.at, "x", true)) + 0.5;
      ctx.strokeStyle = css(m.op ? "--op" : "--bad");
      ctx.globalAlpha = 0.85;
      ctx.setLineDash(m.op ? [4, 3] : []);
      ctx.beginPath();
      ctx.moveTo(px, bbox.top);
      ctx.lineTo(px, bbox.top + bbox.height);
      ctx.stroke();
    });
    ctx.restore();
  }
  function draw() {
    byId("curves").textContent = "";
    const width = byId("curves").clientWidth - 26;
    charts.forEach(([title, unit, series, range]) => {
      const box = document.createElement("div");
      box.className = "chart";
      const h = document.createElement("h3");
      h.textContent = title;
      box.append(h);
      byId("curves").append(box);
      const colours = ["--c1", "--c2", "--c3"];
      const axis = { stroke: css("--soft"), grid: { stroke: css("--grid"), width: 1 }, ticks: { stroke: css("--grid"), width: 1 }, font: "12px system-ui" };
      new uPlot({
        width, height: 170, cursor: { sync: { key: "run" } }, legend: { live: true },
        scales: { x: { time: false }, y: { range: range ? () => [range[0], range[1] * 1.04] : (u, lo, hi) => [0, Math.max(1, hi * 1.08)] } },
        axes: [{ ...axis, values: (u, v) => v.map((n) => (hasZero ? (n < 0 ? "T−" + -n : "T+" + n) : String(n))) },
          { ...axis, size: 64, values: (u, v) => v.map((n) => n.toLocaleString("en") + unit) }],
        series: [{ label: hasZero ? "T+" : "min", value: (u, v) => (v === null ? "–" : v.toFixed(1)) },
          ...series.map(([name], i) => ({ label: name, stroke: css(colours[i]), width: 1.6, points: { show: false },
            value: (u, v) => (v === null || v === undefined ? "–" : (Math.round(v * 10) / 10).toLocaleString("en") + unit) }))],
        hooks: { draw: [markLines] },
      }, [x, ...series.map(([, f]) => (Array.isArray(f) ? f : pick(f)))], box);
    });
  }
  if (shown.length < 2) byId("curves-section").hidden = true;
  else {
    draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    let pending = 0;
    addEventListener("resize", () => { clearTimeout(pending); pending = setTimeout(draw, 150); });
  }
})();
