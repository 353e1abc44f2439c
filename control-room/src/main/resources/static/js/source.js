/*
 * Where the page's state comes from: a region that runs (feed.js), or a run that was recorded (recorded.js). Both keep the same
 * state, { frame, series, points, events, marks, aws, fresh, version }, so everything else draws it without asking which it is.
 * theme.js has put the source into the document before the first paint; a bundle has it in its markup.
 */
import { drawEvidence } from "./evidence.js";
import { startFeed } from "./feed.js";
import { LIVE, RECORDED } from "./keys.js";
import { startRecorded } from "./recorded.js";
import { drawReplay } from "./replay.js";
import { drawSwitches } from "./switches.js";

/* start(changed, line): gives the state; changed() is called when it is another, line(there, why) when its source is lost.
   draw: what only this source shows; keys: what only this source can do. */
export const source = () => (document.documentElement.dataset.source === "recorded"
  ? { start: startRecorded, draw: [drawEvidence], keys: RECORDED }
  : { start: startFeed, draw: [drawSwitches, drawReplay], keys: LIVE });
