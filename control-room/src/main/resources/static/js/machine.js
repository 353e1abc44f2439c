/* A line at the foot while the machine does not keep up, or after a service was started again. */
import { byId, say } from "./dom.js";

export function drawMachine({ frame }) {
  say(byId("machine"), frame.machine || "");
}
