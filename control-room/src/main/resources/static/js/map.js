/* The map: nine places, the ways between them, and what is cause and what is symptom. */
import { byId, make, say, set, svg } from "./dom.js";
import { CANARIES, PLACES, STATUS, form, minutes, number, percent, plural, status } from "./words.js";

const W = 208, H = 196, MID = 107, TOP = 4, LOW = 250, X = [4, 274, 544, 814, 1084];
const AT = {
  PLANNER: [X[0], TOP], ENACTORS: [X[1], TOP], ROUTE53: [X[2], TOP], DYNAMODB: [X[3], TOP],
  DROPLETS: [X[4], LOW], DWFM: [X[3], LOW], NETWORK_MANAGER: [X[2], LOW], NLB: [X[1], LOW], CUSTOMERS: [X[0], LOW],
};
const mid = (TOP + H + LOW) / 2, foot = LOW + H + 18;
const [cx, cy] = [(p) => AT[p][0] + W / 2, (p) => AT[p][1] + MID];
/* from, to, path, words; MID is where a way leaves a card: its words stand between the big word and the lines */
const WAYS = [
  ["PLANNER", "ENACTORS", `M${X[0] + W},${cy("PLANNER")}H${X[1] - 9}`, "plans"],
  ["ENACTORS", "ROUTE53", `M${X[1] + W},${cy("ENACTORS")}H${X[2] - 9}`, "changes"],
  ["ROUTE53", "DYNAMODB", `M${X[2] + W},${cy("ROUTE53")}H${X[3] - 9}`, "name"],
  ["DYNAMODB", "DWFM", `M${cx("DYNAMODB") + 50},${TOP + H}V${LOW - 9}`, ""],
  ["DROPLETS", "DWFM", `M${X[4]},${cy("DROPLETS")}H${X[3] + W + 9}`, "checks"],
  ["ROUTE53", "DWFM", `M${cx("ROUTE53") + 50},${TOP + H}V${mid}H${X[3] + 60}V${LOW - 9}`, "answers"],
  ["ROUTE53", "CUSTOMERS", `M${cx("ROUTE53") - 50},${TOP + H}V${mid}H${cx("CUSTOMERS")}V${LOW - 9}`, "answers"],
  ["DWFM", "NETWORK_MANAGER", `M${X[3]},${cy("DWFM")}H${X[2] + W + 9}`, "launches"],
  ["NETWORK_MANAGER", "NLB", `M${X[2]},${cy("NLB")}H${X[1] + W + 9}`, "network"],
  ["NLB", "CUSTOMERS", `M${X[1]},${cy("NLB")}H${X[0] + W + 9}`, "capacity"],
  ["DWFM", "CUSTOMERS", `M${cx("DWFM")},${LOW + H}V${foot}H${cx("CUSTOMERS")}V${LOW + H + 9}`, ""],
];

const cards = new Map(), ways = [];

export function startMap() {
  const root = byId("map");
  const defs = svg("defs", {}, root);
  for (const kind of ["calm", "warm", "hot"]) {
    const marker = svg("marker", { id: `head-${kind}`, viewBox: "0 0 8 8", refX: 2, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" }, defs);
    svg("path", { d: "M0,0L8,4L0,8z", class: `head ${kind}` }, marker);
  }
  for (const [from, to, d, words] of WAYS) {
    const path = svg("path", { d, class: "way calm" }, root);
    ways.push({ from, to, path });
    const level = AT[from][1] === AT[to][1];
    if (words && level) {
      const x = AT[from][0] < AT[to][0] ? (AT[from][0] + W + AT[to][0]) / 2 : (AT[to][0] + W + AT[from][0]) / 2;
      svg("text", { x, y: cy(from) - 10, class: "way-words", "text-anchor": "middle" }, root).textContent = words;
    }
  }
  for (const place of Object.keys(PLACES)) cards.set(place, { ...card(root, place), entry: entry(place) });
}

/* The same place as an entry of the list that stands for the map on a narrow screen. */
function entry(place) {
  const li = make("li", "spot"), chip = make("span", "chip"), big = make("p", "big"), lines = [0, 1, 2, 3].map(() => make("p", "line"));
  li.append(make("b", "", PLACES[place]), chip, big, ...lines);
  byId("places").append(li);
  return { li, chip, big, lines };
}

function drawEntry({ li, chip, big, lines }, s, text) {
  set(li, "data-status", s);
  say(chip, `${STATUS[s].shape} ${STATUS[s].word}`);
  say(big, text.big);
  lines.forEach((line, i) => {
    const { text: words, mark = "" } = typeof text.lines[i] === "object" ? text.lines[i] : { text: text.lines[i] || "" };
    say(line, words);
    set(line, "class", `line ${mark}`);
    line.hidden = !words;
  });
}

function card(root, place) {
  const [x, y] = AT[place];
  const g = svg("g", { class: "place", transform: `translate(${x},${y})` }, root);
  svg("rect", { width: W, height: H, rx: 10, class: "card" }, g);
  svg("text", { x: 14, y: 25, class: "title" }, g).textContent = PLACES[place];
  const chip = svg("text", { x: 14, y: 46, class: "chip" }, g);
  const big = svg("text", { x: 14, y: 80, class: "big" }, g);
  const lines = [0, 1, 2, 3].map((i) => svg("text", { x: 14, y: 112 + i * 23, class: "line" }, g));
  return { g, chip, big, lines };
}

/* A text that is too long for its card is set narrower, whatever the font. */
function write(e, text, most) {
  if (e.textContent === text) return;
  e.removeAttribute("textLength");
  e.textContent = text;
  if (text && e.getComputedTextLength() > most) {
    e.setAttribute("textLength", most);
    e.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}

export function drawMap({ frame }) {
  const found = new Map(frame.findings.map((f) => [f.place, f]));
  for (const [place, parts] of cards) {
    const f = found.get(place), s = status(f);
    set(parts.g, "data-status", s);
    say(parts.chip, `${STATUS[s].shape} ${STATUS[s].word}`);
    const text = TEXT[place](frame.scene, f), { big, lines } = text;
    drawEntry(parts.entry, s, text);
    write(parts.big, big, W - 28);
    parts.lines.forEach((line, i) => {
      const text = lines[i] || "";
      const strong = typeof text === "object";
      set(line, "class", strong ? `line ${text.mark}` : "line");
      write(line, strong ? text.text : text, W - 28);
    });
  }
  for (const way of ways) {
    const from = status(found.get(way.from)), to = status(found.get(way.to));
    const ill = from === "cause" || from === "symptom";
    set(way.path, "class", `way ${ill && to === "symptom" ? "hot" : ill ? "warm" : "calm"}`);
  }
  const causes = frame.findings.filter((f) => f.role === "CAUSE");
  say(byId("cause"), causes.length ? `${STATUS.cause.shape} cause: ${causes.map((f) => `${PLACES[f.place]}, ${f.because}`).join("; ")}` : "");
  say(byId("map-words"), `Map of the region: ${frame.findings.map((f) => `${PLACES[f.place]} ${STATUS[status(f)].word}, ${f.because}`).join("; ")}`);
}

const bad = (text) => ({ text, mark: "bad" });
const short = (name) => name.replace("dns-enactor-", "");

function enactor(e, zone) {
  const lock = zone && zone.lockHolder === e.name ? ", has the lock" : "";
  if (!e.answering) return bad(`${short(e.name)}  does not answer`);
  if (e.frozen) return `${short(e.name)}  frozen`;
  if (e.holding !== null) {
    const stale = zone && zone.activePlan !== null && zone.activePlan - e.holding >= 5;
    const text = `${short(e.name)}  holds ${e.holding}${e.attempt > 1 ? `, try ${e.attempt}` : ""}${lock}`;
    return stale ? bad(text) : text;
  }
  return `${short(e.name)}  ${e.lastApplied === null ? "no plan yet" : `applied ${e.lastApplied}`}${lock}`;
}

const TEXT = {
  PLANNER: (s, f) => {
    const [what, then] = f.because.split(": ");
    return {
      big: s.planner && s.planner.generation !== null ? `plan ${s.planner.generation}` : "–",
      lines: ["the newest plan", then ? what : "", then || what],
    };
  },
  ENACTORS: (s, f) => {
    const z = s.zone;
    const dead = z && z.activePlan !== null && !z.treeThere;
    return {
      big: z && z.activePlan !== null ? `plan ${z.activePlan} ${dead ? "deleted" : "active"}` : "–",
      lines: [...s.enactors.map((e) => enactor(e, z)), z && z.lockHolder === null ? "lock: free" : ""],
    };
  },
  ROUTE53: (s) => {
    const r = s.sample.regional, z = s.zone;
    const said = { addresses: "NOERROR", empty: "NOERROR, ANSWER: 0", no_such_name: "NXDOMAIN", server_dead: "no answer" }[r.outcome];
    const n = r.possible === null ? r.answers : r.possible;
    const trees = z && z.trees.length ? `plans in DNS: ${z.trees[0]} … ${z.trees[z.trees.length - 1]}` : "no plan in DNS";
    return {
      big: r.outcome === "addresses" ? plural(n, "address", "addresses") : "0 addresses",
      lines: [r.outcome === "addresses" ? `dig: ${z && z.answers.length ? z.answers.join(" ") : said}` : bad(`dig: ${said}`),
        z && z.activePlan !== null ? (z.treeThere ? `apex → plan ${z.activePlan}` : bad(`apex → plan ${z.activePlan}, gone`)) : "apex → ?", z ? trees : ""],
    };
  },
  DYNAMODB: (s, f) => ({
    big: s.dynamo ? `${s.dynamo.healthy} of ${s.dynamo.balancers} up` : "–",
    lines: ["load balancers", "", f.because],
  }),
  DROPLETS: (s, f) => {
    const d = s.droplets;
    if (!d) return { big: "–", lines: [] };
    return {
      big: plural(d.instances, "instance", "instances"),
      lines: [`${number(d.obeying)} of ${plural(d.droplets, "droplet obeys", "droplets obey")}`, `${plural(d.checksInFlight, "state check", "state checks")} in flight`,
        f.health === "WELL" ? "" : bad(`each takes ${d.checkSlowdown.toFixed(1)} times as long`)],
    };
  },
  DWFM: (s) => {
    const l = s.sample.leases, d = s.dwfm;
    if (!l) return { big: "–", lines: [] };
    const away = d && d.hostsAway ? bad(`${d.hostsAway} of ${plural(d.hosts.length, "host", "hosts")} away`) : "";
    return {
      big: `${percent(l.droplets ? l.held / l.droplets : 0)} leased`,
      lines: [`${number(l.held)} of ${plural(l.droplets, "droplet", "droplets")}`, `queue ${number(l.queueLength)}, oldest ${minutes(l.oldestQueuedSeconds / 60)}`,
        d && d.throttleShare !== null ? `throttled to ${percent(d.throttleShare)}` : l.apiRatePerMinute !== null && l.apiRatePerMinute < 9.9 ? `lets in ${l.apiRatePerMinute.toFixed(1)} launches a min` : "", away],
    };
  },
  NETWORK_MANAGER: (s) => {
    const n = s.sample.network;
    if (!n) return { big: "–", lines: [] };
    const queued = Object.values(n.queueLengths).reduce((a, b) => a + b, 0);
    return {
      big: n.delayMinutes < 0.5 / 60 ? "in time" : `${minutes(n.delayMinutes)} late`,
      lines: [`${plural(queued, "change", "changes")} waiting`, Object.entries(n.queueLengths).map(([az, q]) => `${az.slice(-2)} ${number(q)}`).join("   "),
        s.network && s.network.workersPerZone ? `${plural(s.network.workersPerZone, "worker", "workers")} a zone` : ""],
    };
  },
  NLB: (s) => {
    const b = s.sample.nlb, n = s.nlb;
    if (!b) return { big: "–", lines: [] };
    const out = new Set(b.zonesWithdrawn);
    const zones = n && n.zones.length ? n.zones : [];
    return {
      big: `${percent(b.healthyCapacityShare)} capacity`,
      lines: [zones.length ? (out.size ? bad : (t) => t)(zones.map((z) => `${z.az.slice(-2)} ${out.has(z.az) ? "OUT" : "in"}`).join("   ")) : out.size ? bad(`out: ${[...out].join(" ")}`) : "all zones in DNS",
        n && n.nodes ? `${n.thoughtUnhealthy} of ${plural(n.nodes, "node", "nodes")} ${form(n.thoughtUnhealthy, "looks", "look")} unhealthy` : "", b.autoFailover ? "automatic failover on" : bad("automatic failover off")],
    };
  },
  CUSTOMERS: (s) => {
    const c = s.sample.customers;
    const shares = CANARIES.map(([name, title]) => [title, c.canaries[name] ? c.canaries[name].successShare : null]).filter(([, v]) => v !== null && v !== undefined);
    const down = shares.filter(([, v]) => v < 0.9);
    return {
      big: !shares.length ? "–" : down.length ? `${down.length} of ${shares.length} ${form(down.length, "fails", "fail")}` : "all works",
      lines: [...(down.length ? down : []).slice(0, 3).map(([title, v]) => bad(`${title} ${percent(v)}`)), c.waiting ? `${plural(c.waiting, "launch waits", "launches wait")}` : ""].filter((t) => t !== ""),
    };
  },
};
