import { byId } from "./dom.js";

// What the bot has done and is still telling looks false for a moment: what does so for longer, is.
const MOMENT = 5000;

let since = new Map();
let second = null;

/** Says what stands in this Slack and isn't so, by the policies themselves; looks again at what has only just become so. */
export function showWitness(falsehoods, lookAgain) {
  const now = Date.now();
  since = new Map(falsehoods.map((each) => [each, since.get(each) ?? now]));
  const lasting = falsehoods.filter((each) => now - since.get(each) >= MOMENT);
  if (lasting.length < falsehoods.length) {
    second ??= setTimeout(() => {
      second = null;
      lookAgain();
    }, MOMENT);
  }
  const bar = byId("witness");
  bar.hidden = lasting.length === 0;
  bar.textContent = lasting.length ? `This isn't so, by the policies themselves: ${lasting.join("; ")}` : "";
}
