import { h, keyed, reset } from "./dom.js";
import { blocks } from "./blocks.js";
import { mrkdwn } from "./mrkdwn.js";
import { confirmed } from "./confirm.js";
import { clock } from "./dates.js";
import { avatar, personName } from "./names.js";
import { act } from "./api.js";
import { messageMenu } from "./shortcuts.js";

let place = "";
let atEnd = true;
let keeping = null;

const near = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 80;

/** Who reads the newest message goes on reading it, whatever grows around it. */
function keepEnd(list) {
  if (keeping) return;
  keeping = new ResizeObserver(() => atEnd && (list.scrollTop = list.scrollHeight));
  keeping.observe(list);
  list.addEventListener("scroll", () => (atEnd = near(list)), { passive: true });
}

export function showMessages(list, state, channel) {
  const here = `${state.me}/${channel.id}`;
  if (place !== here) reset(list);
  keepEnd(list);
  // Home is read from its beginning, and everything else from its end.
  const stay = !channel.home && (place !== here || near(list));
  if (channel.home && place !== here) list.scrollTop = 0;
  place = here;
  const replies = group(channel.messages.filter((m) => m.thread));
  const rows = channel.messages
    .filter((m) => !m.thread || m.broadcast)
    .map((message) => ({ message, replies: message.thread ? [] : (replies.get(message.ts) ?? []) }));
  keyed(
    list,
    rows.length ? rows : [{ message: { ts: "empty" } }],
    (row) => row.message.ts,
    (row) => [row, state.people, state.groups],
    (row) => (row.message.ts === "empty" ? empty(state, channel) : thread(row, state, channel)),
  );
  if (stay) list.scrollTop = list.scrollHeight;
  atEnd = stay;
}

function group(messages) {
  const map = new Map();
  for (const message of messages) map.set(message.thread, [...(map.get(message.thread) ?? []), message]);
  return map;
}

function empty(state, channel) {
  if (channel.home) return h("p", { class: "empty" }, "Opening…");
  if (channel.direct) return h("p", { class: "empty" }, "What the bot tells you alone will be here.");
  if (!channel.botIn) return h("p", { class: "empty" }, "Nothing here yet.");
  const [asker, approver] = state.cast.map((actor) => h("b", {}, personName(actor.id)));
  return h(
    "section",
    { class: "intro", "data-testid": "intro" },
    h("h2", {}, "Give somebody access to a repository"),
    h(
      "ol",
      {},
      h("li", {}, "As ", asker, ", send the first example below."),
      h("li", {}, "Become ", approver, ", look at the card, and click Approve: the policy changes before your eyes."),
      h("li", {}, "Become ", asker.cloneNode(true), " again: ecr-bot has written to you how to log in."),
    ),
  );
}

function thread(row, state, channel) {
  const top = message(row.message, state, channel);
  if (!row.replies.length) return top;
  const count = row.replies.length === 1 ? "1 reply" : `${row.replies.length} replies`;
  const list = h("div", { class: "replies", role: "group", "aria-label": count });
  list.append(h("div", { class: "count" }, count), ...row.replies.map((m) => message(m, state, channel)));
  return h("div", {}, top, list);
}

function message(m, state, channel) {
  const date = new Date(Number(m.ts) * 1000);
  const app = m.author === state.bot || m.author === "USLACKBOT";
  const node = h(
    "article",
    {
      class: m.ephemeral ? "message ephemeral" : "message",
      id: `${channel.id}/${m.ts}`,
      "data-testid": m.ephemeral ? "ephemeral" : "message",
      "data-ts": m.ts,
      "aria-label": `${personName(m.author)} at ${clock(date)}${m.ephemeral ? ", only visible to you" : ""}`,
    },
    avatar(m.author),
    h(
      "div",
      { class: "main" },
      m.ephemeral ? h("div", { class: "only" }, "Only visible to you") : null,
      !channel.home && h(
        "div",
        { class: "who" },
        h("b", {}, personName(m.author)),
        app ? h("span", { class: "badge" }, "APP") : null,
        h("time", { datetime: date.toISOString(), title: date.toUTCString() }, clock(date)),
        m.edits
          ? h("span", { class: "edited", title: `Changed ${m.edits}×, last at ${clock(new Date(m.editedAt), true)}` }, "edited")
          : null,
      ),
      m.blocks.length
        ? blocks(m.blocks, (blockId, element, button) => click(m, state, channel, blockId, element, button))
        : h("div", { class: "block text" }, mrkdwn(m.text)),
    ),
    channel.home ? null : messageMenu(m, state.me, channel.id),
  );
  return node;
}

async function click(m, state, channel, blockId, element, button) {
  if (element.url) window.open(element.url, "_blank", "noreferrer,noopener");
  if (!(await confirmed(element.confirm))) return;
  button.setAttribute("aria-busy", "true");
  await act("/click", { person: state.me, channel: channel.id, ts: m.ts, block: blockId, action: element.action_id, value: element.value });
  button.removeAttribute("aria-busy");
}
