import { byId, h, keyed } from "./dom.js";
import { avatar, personName } from "./names.js";

export function showPeople(state, unseen, pick) {
  keyed(
    byId("people"),
    state.cast,
    (actor) => actor.id,
    (actor) => [actor.id === state.me, actor.note, unseen(actor), personName(actor.id)],
    (actor) => {
      const me = actor.id === state.me;
      return h(
        "button",
        {
          type: "button",
          role: "radio",
          "aria-checked": String(me),
          tabindex: me ? "0" : "-1",
          "data-testid": `person-${actor.id}`,
          onclick: () => pick(actor.id),
          onkeydown: (event) => step(event, state, actor, pick),
        },
        avatar(actor.id, "small"),
        h("span", { class: "name" }, personName(actor.id), h("small", {}, actor.note)),
        unseen(actor) ? h("i", { class: "dot", role: "img", "aria-label": "has something new" }) : null,
      );
    },
  );
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function step(event, state, actor, pick) {
  const by = STEPS[event.key];
  if (!by) return;
  event.preventDefault();
  const at = state.cast.findIndex((other) => other.id === actor.id);
  const next = state.cast[(at + by + state.cast.length) % state.cast.length];
  pick(next.id).then(() => document.querySelector(`[data-testid="person-${next.id}"]`)?.focus());
}

export function showChannels(state, current, unread, pick) {
  const row = (channel) => {
    const here = channel.id === current.id;
    return h(
      "button",
      {
        type: "button",
        "data-testid": `channel-${channel.id}`,
        "aria-current": here ? "true" : undefined,
        class: unread(channel) ? "unread" : "",
        onclick: () => pick(channel.id),
      },
      channel.direct ? avatar(state.bot, "tiny") : h("span", { class: "hash", "aria-hidden": "true" }, channel.home ? "⌂" : channel.private ? "🔒" : "#"),
      h("span", { class: "name" }, channel.direct ? "Messages" : channel.name),
      unread(channel) ? h("i", { class: "dot", role: "img", "aria-label": "unread" }) : null,
    );
  };
  const look = (channel) => [channel.id === current.id, unread(channel), channel.name];
  const key = (channel) => channel.id;
  keyed(byId("channels"), state.channels.filter((c) => !c.direct && !c.home), key, look, row);
  keyed(byId("direct"), state.channels.filter((c) => c.direct || c.home), key, look, row);
}
