// The clock, what goes wrong, and whether the bot lives.
import { byId, h } from "./dom.js";
import { post, toast } from "./api.js";
import { now } from "./dates.js";

const ECR = [
  ["well", "ECR answers", "as it should"],
  ["throttles", "ECR throttles", "every call is one too many"],
  ["refuses", "ECR refuses writes", "the bot's role lacks the permission"],
  ["drops", "ECR drops answers", "a write takes effect, and its answer is lost"],
  ["away", "ECR is away", "no connection holds until an answer"],
];
const BOT = { running: "The bot runs", killed: "The bot is dead", starting: "The bot starts…" };
const JUMPS = [["PT1H", "An hour"], ["P1D", "A day"], ["P6D", "6 days"]];

const shownTime = (ms) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" }).format(ms) + " UTC";

/** Does it, and says so if that wasn't possible. */
async function change(path, what) {
  const refused = await post(path, what);
  if (refused) toast(refused);
}

/** In one line, always there: the time, and what isn't as it should be. */
export function showStrip(world, open) {
  const wrong = [
    world.bot !== "running" && BOT[world.bot],
    world.ecr !== "well" && ECR.find(([id]) => id === world.ecr)[1],
    world.slackAway && "Slack is away",
  ].filter(Boolean);
  const text = [shownTime(now()), ...wrong].join("|");
  const strip = byId("strip");
  if (strip.dataset.text === text) return;
  strip.dataset.text = text;
  strip.replaceChildren(
    h("button", { type: "button", class: "now", onclick: open, title: "Move the clock, break something" }, h("span", { "aria-hidden": "true" }, "◷ "), shownTime(now())),
    ...wrong.map((each) => h("b", { class: "wrong" }, `⚠ ${each}`)),
  );
}

setInterval(() => byId("world-time") && (byId("world-time").textContent = shownTime(now())), 1000);

let shown = "";

export function showWorld(world) {
  const look = JSON.stringify([world.ahead, world.bot, world.ecr, world.slackAway]);
  if (look === shown) return;
  shown = look;
  const pane = byId("pane-world");
  const focus = pane.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
  pane.replaceChildren(h("div", { class: "scroll world" }, clock(world), faults(world), life(world)));
  if (focus) pane.querySelector(`[data-testid="${focus}"]`)?.focus();
}

function clock(world) {
  const to = h("input", { type: "datetime-local", id: "clock-to", "data-testid": "clock-to", "aria-describedby": "clock-zone" });
  to.value = new Date(now() + 6 * 86_400_000).toISOString().slice(0, 16);
  return h(
    "section",
    {},
    h("h3", {}, "Clock"),
    h("p", { class: "time" }, h("b", { id: "world-time", "data-testid": "world-time" }, shownTime(now()))),
    h("p", { class: "note", "data-testid": "ahead" }, world.ahead ? `${world.ahead} ahead of the real one.` : "It is the real time.", " The bot, Slack and AWS all go by this clock. It only goes forward."),
    h("div", { class: "buttons", role: "group", "aria-label": "Move the clock" }, JUMPS.map(([by, text]) => h("button", { type: "button", class: "action", "data-testid": `clock-${by}`, onclick: () => change("/panel/clock", { by }) }, `+ ${text}`))),
    h(
      "form",
      {
        class: "pair",
        onsubmit: (event) => {
          event.preventDefault();
          change("/panel/clock", { to: `${to.value}:00Z` });
        },
      },
      h("label", { for: "clock-to", id: "clock-zone" }, "To (UTC)"),
      to,
      h("button", { type: "submit", class: "action", "data-testid": "clock-go" }, "Go there"),
    ),
  );
}

function faults(world) {
  return h(
    "section",
    {},
    h("h3", { id: "faults-title" }, "What goes wrong"),
    h(
      "div",
      { role: "radiogroup", "aria-labelledby": "faults-title" },
      ECR.map(([id, title, note]) =>
        h(
          "label",
          { class: "choice" },
          h("input", { type: "radio", name: "ecr-mode", checked: world.ecr === id, "data-testid": `ecr-${id}`, onchange: () => change("/panel/faults", { ecr: id }) }),
          h("span", {}, title, h("small", {}, note)),
        ),
      ),
    ),
    h(
      "label",
      { class: "choice" },
      h("input", { type: "checkbox", checked: world.slackAway, "data-testid": "slack-away", onchange: (event) => change("/panel/faults", { slackAway: event.target.checked }) }),
      h("span", {}, "Slack is away", h("small", {}, "people can still type, and the bot's calls get no answer")),
    ),
  );
}

function life(world) {
  const runs = world.bot === "running";
  return h(
    "section",
    {},
    h("h3", {}, "The bot"),
    h("p", { class: runs ? "time" : "time wrong", "data-testid": "life" }, BOT[world.bot]),
    h("p", { class: "note" }, "A kill cuts it off from its records, from Slack and from AWS at once, in the middle of whatever it does. Started again, it goes on with what was recorded."),
    h("button", { type: "button", class: runs ? "action danger" : "action primary", disabled: world.bot === "starting", "data-testid": "power", onclick: () => change("/panel/bot", { run: !runs }) }, runs ? "Kill the bot" : "Start it again"),
  );
}
