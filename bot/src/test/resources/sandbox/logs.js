// What was called, and what was written down: the newest first.
import { byId, h, keyed } from "./dom.js";
import { moment } from "./dates.js";
import { personName } from "./names.js";

const short = (resource) => resource.replace(/^arn:aws:(ecr:[^:]*:\d+:repository\/|iam::)/, "") || "-";
const took = (micros) => (micros < 1000 ? `${micros} µs` : `${Math.round(micros / 1000)} ms`);

// To be told that there is no policy is as good an answer as any.
const fine = (call) => call.outcome === "ok" || call.outcome.endsWith("PolicyNotFoundException");
const outcome = (call) => (call.outcome === "ok" ? "ok" : fine(call) ? "no policy" : `✗ ${call.outcome}`);

function list(pane, name, title, note) {
  const node = byId(pane);
  if (!node.firstElementChild) {
    node.append(
      h("p", { class: "note" }, note),
      h("ol", { class: "log", "data-testid": name, tabindex: "0", "aria-label": title }),
    );
  }
  return node.querySelector("ol");
}

export function showCalls(calls) {
  keyed(
    list("pane-calls", "calls", "Calls to ECR and STS", "Every call to ECR and STS, the newest first, with what came of it."),
    calls,
    (call) => `${call.at}/${call.operation}/${call.resource}/${call.session}/${call.micros}`,
    (call) => call,
    (call) =>
      h(
        "li",
        { class: fine(call) ? "" : "bad" },
        h("div", { class: "row" }, h("b", {}, call.operation), h("span", { class: "outcome" }, outcome(call)), h("time", {}, took(call.micros))),
        h("div", { class: "about" }, h("time", {}, moment(new Date(call.at))), ` · ${short(call.resource)}`, call.session ? ` · session ${call.session}` : ""),
      ),
  );
}

export function showEvents(events) {
  keyed(
    list("pane-events", "events", "The bot's records", "What the bot has recorded in its audit trail, the newest first."),
    events,
    (event) => String(event.number),
    (event) => event,
    (event) =>
      h(
        "li",
        {},
        h("div", { class: "row" }, h("b", {}, event.kind.toLowerCase().replaceAll("_", " ")), h("span", { class: "outcome" }, event.request), h("span", { class: "by" }, event.actor ? personName(event.actor) : "ecr-bot")),
        h("div", { class: "about" }, h("time", {}, moment(new Date(event.at))), details(event.details)),
      ),
  );
}

function details(text) {
  if (!text || text === "{}") return null;
  return h("details", {}, h("summary", {}, "Details"), h("pre", {}, pretty(text)));
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 1);
  } catch {
    return text;
  }
}
