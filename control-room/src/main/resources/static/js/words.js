/* How numbers and names are written on the page. */
export const number = (v) => Math.round(v).toLocaleString("en").replaceAll(",", "\u202f");
export const percent = (share) => `${Math.round(100 * share)}\u202f%`;
export const minutes = (m) => (m > 0 && m < 1 ? `${Math.round(m * 60)} s` : m < 10 ? `${Math.round(m * 10) / 10} min` : `${number(m)} min`);
/* "1 host", "2 hosts"; the word alone where the number stands elsewhere. */
export const form = (n, one, many) => (n === 1 ? one : many);
export const plural = (n, one, many, write = number) => `${write(n)} ${form(n, one, many)}`;

export function tPlus(m) {
  if (m === null || m === undefined) return "T–";
  return `T${m < 0 ? "\u2212" : "+"}${Math.floor(Math.abs(m))}`;
}

export const PHASES = {
  "starting": "Starting", "steady": "Steady", "race": "The race", "record-empty": "Record empty",
  "lease-collapse": "Lease collapse", "leases-return": "Leases return", "network-late": "Network late",
  "zones-out": "Zones out", "launches-limited": "Launches limited", "recorded": "A recorded run",
};

export const CANARIES = [
  ["dynamodb", "DynamoDB"], ["internal-tool", "Internal tools"], ["launch", "Launches"], ["connection", "Connections"],
];

export const PLACES = {
  "PLANNER": "DNS planner", "ENACTORS": "DNS enactors", "ROUTE53": "Route 53", "DYNAMODB": "DynamoDB",
  "DROPLETS": "Droplets", "DWFM": "DWFM", "NETWORK_MANAGER": "Network Manager", "NLB": "Load balancer", "CUSTOMERS": "Customers",
};

/* The lines of a drill's log, by kind. */
export const KINDS = {
  PAGE: "page", ALARM: "alarm", ALARM_OVER: "alarm over", NEWS: "news", READ: "you read", HINT: "hint", INCIDENT: "you declared",
  NO_INCIDENT: "you declared", HYPOTHESIS: "you think", ACTION: "you did", ACTION_REFUSED: "did not work", ALL_CLEAR: "all clear", ENDED: "the end",
  QUESTION: "stakeholder", QUESTION_PUSHED: "asks again", UPDATE_MISSED: "update missed", PROPOSAL: "you propose", APPROVAL: "you approved",
  REJECTION: "you rejected", NOTE: "you noted", ASSIGNMENT: "you assigned", UPDATE: "you reported", ANSWER: "you answered",
};
const DID = {
  READ: "read", INCIDENT: "declared", NO_INCIDENT: "declared", HYPOTHESIS: "thinks", ACTION: "did", PROPOSAL: "proposes", APPROVAL: "approved",
  REJECTION: "rejected", NOTE: "noted", ASSIGNMENT: "assigned", UPDATE: "reported", ANSWER: "answered",
};

/* The kind of a line; with roles it names whose line it is. who: the reader's word for a team without roles. */
export function kindOf(line, who = "you") {
  const by = line.ids && line.ids.by;
  return by && DID[line.kind] ? `${by} ${DID[line.kind]}` : (KINDS[line.kind] || line.kind.toLowerCase()).replace("you ", `${who} `);
}

/* What such a line tells, besides its kind. */
export function told(line) {
  const said = { INCIDENT: "this is an incident", NO_INCIDENT: "this is not an incident", ALL_CLEAR: "customers are served again", ENDED: "the drill is over" };
  const { ids, text } = line, to = { NOTE: ids.kind, UPDATE: ids.kind, ANSWER: `to ${ids.who}`, ASSIGNMENT: `to the ${ids.role}` }[line.kind];
  if (to) return `${to}: ${text}`;
  if (line.kind === "INCIDENT" && ids.severity) return `this is an incident, severity ${ids.severity}`;
  if (line.kind === "UPDATE_MISSED") return `due at +${number(ids.dueAt)}, and not sent`;
  if (line.kind === "HYPOTHESIS") return `${line.ids.cause}${line.text ? `: ${line.text}` : ""}`;
  return line.text || said[line.kind] || "";
}

/* Status is a shape and a word; colour only repeats it. */
export const STATUS = {
  well: { shape: "\u25cf", word: "well" },
  unknown: { shape: "\u25cb", word: "not seen" },
  symptom: { shape: "\u25b2", word: "symptom" },
  cause: { shape: "\u25c6", word: "cause" },
};

export function status(finding) {
  if (!finding || finding.health === "UNKNOWN") return "unknown";
  return finding.role === "NONE" ? "well" : finding.role.toLowerCase();
}

/* Share of a canary's tries that must work, as the steady state has it. */
export const SERVED = 0.9;

export function share(value) {
  if (value === null || value === undefined) return "unknown";
  return value >= SERVED ? "well" : value >= 0.5 ? "symptom" : "cause";
}
