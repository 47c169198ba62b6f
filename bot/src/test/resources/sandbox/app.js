import { byId } from "./dom.js";
import { act, onChange, state as fetchState, toast } from "./api.js";
import { composer, showExamples } from "./composer.js";
import { learn, personName } from "./names.js";
import { showMessages } from "./messages.js";
import { showModal } from "./modal.js";
import { chooseNamed, showPolicy } from "./policy.js";
import { begin, see, seenUntil } from "./seen.js";
import { showChannels, showPeople } from "./sidebar.js";
import { keepTime } from "./dates.js";
import { panel, refreshPanel } from "./panel.js";
import { theme } from "./theme.js";
import { shortcuts } from "./shortcuts.js";
import { showTour, tour } from "./tour.js";
import { showWitness } from "./witness.js";

let me = sessionStorage.getItem("ecr-bot-person") ?? "";
const channels = new Map();
let state = null;
let asking = null;
let again = false;

const newest = (channel) => channel.messages.reduce((last, m) => (m.ts > last ? m.ts : last), "0");
const current = () => state.channels.find((c) => c.id === channels.get(state.me)) ?? state.channels[0];
const tab = () => document.body.dataset.tab;
const visible = () => document.visibilityState === "visible";

/** Never two questions at once: what changes meanwhile is asked for afterwards. */
function refresh() {
  again = true;
  asking ??= untilCurrent().finally(() => (asking = null));
  return asking;
}

async function untilCurrent() {
  while (again) {
    again = false;
    await ask();
  }
}

async function ask() {
  try {
    const next = await fetchState(me);
    if (me && next.me !== me) return;
    state = next;
    me = state.me;
    keepTime(state.now);
    begin(state.now);
    show();
    refreshPanel(state.panel, () => showTour(state, current(), ways));
  } catch (e) {
    toast(e.message);
  }
}

function show() {
  learn(state);
  const channel = current();
  if (visible()) see(`${me}/${channel.id}`, newest(channel));
  const unread = (c) => c.id !== channel.id && newest(c) > seenUntil(`${me}/${c.id}`);
  for (const actor of state.cast) if (actor.id === me) see(`for ${me}`, actor.attention);
  showPeople(state, (a) => a.id !== me && a.attention > seenUntil(`for ${a.id}`), become);
  showChannels(state, channel, unread, go);
  byId("title").textContent = channel.direct ? "ecr-bot" : channel.home ? "ecr-bot: Home" : `# ${channel.name}`;
  byId("topic").textContent = channel.direct
    ? `Direct messages with ${personName(me)}`
    : channel.botIn ? "A local stand-in for Slack and AWS: nothing here is real" : "The bot is not in this channel";
  byId("text").placeholder = channel.direct || channel.home ? "Message ecr-bot, or /ecr help" : `Message #${channel.name}, or /ecr help`;
  showExamples(state.examples);
  showMessages(byId("messages"), state, channel);
  showModal(me, state.views);
  showWitness(state.falsehoods, refresh);
  showPolicy(state.repositories, state.asked, () => tab() === "policy" || innerWidth >= 900);
}

async function become(person) {
  me = person;
  sessionStorage.setItem("ecr-bot-person", person);
  await refresh();
}

function go(channel) {
  channels.set(me, channel);
  if (channel === "HOME") act("/home", { person: me });
  if (state) show();
  look("chat");
}

function look(to) {
  document.body.dataset.tab = to;
  document.querySelectorAll(".tabs button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.to === to)));
  if (to === "policy") byId("policy-dot").hidden = true;
}

// A link to a message is #channel/ts, one to a channel is #channel.
function follow() {
  const [channel, ts] = location.hash.slice(1).split("/");
  if (!state?.channels.some((c) => c.id === channel)) return;
  go(channel);
  const message = ts && document.getElementById(`${channel}/${ts}`);
  if (message) {
    message.scrollIntoView({ block: "center" });
    message.classList.remove("found");
    void message.offsetWidth;
    message.classList.add("found");
  }
  history.replaceState(null, "", location.pathname);
}

addEventListener("hashchange", follow);
document.addEventListener("visibilitychange", () => state && visible() && show());
document.querySelectorAll(".tabs button").forEach((b) => b.addEventListener("click", () => look(b.dataset.to)));
/** What the tour may do for whoever takes it. */
const ways = { become, go, look };
panel();
theme();
tour(() => state && showTour(state, current(), ways));
shortcuts(() => me);
const spoken = () => (current().home ? state.channels.find((c) => c.direct) : current());
composer((line) => {
  chooseNamed(line, state.repositories);
  return { person: me, channel: spoken().id };
});
onChange(refresh);
