// Who and what the ids stand for, as of the last state.
import { h } from "./dom.js";

let state = { people: {}, groups: {}, channelNames: {} };

export function learn(newState) {
  state = newState;
}

export const personName = (id) =>
  id === state.bot ? "ecr-bot" : id === "USLACKBOT" ? "Slackbot" : (state.people[id]?.realName ?? id);

export function mention(id) {
  return h("span", { class: id === state.me ? "mention me" : "mention" }, "@" + personName(id));
}

export function groupMention(id) {
  return h("span", { class: "mention" }, "@" + (state.groups[id] ?? id));
}

export function channelMention(id) {
  const name = state.channelNames[id];
  return h("a", { class: "mention", href: "#" + id }, "#" + (name || id));
}

export function broadcast(range) {
  return h("span", { class: "mention me" }, "@" + range);
}

const COLOURS = ["#b4532a", "#2f6f4f", "#3b5ba9", "#8a3b7c", "#7a6a1c", "#1f7a8c", "#a33b3b", "#5b4fb3"];

export function avatar(id, size = "") {
  if (id === state.bot) return h("img", { class: `avatar ${size}`, src: "icon.svg", alt: "" });
  const words = personName(id).split(/\s+/);
  const initials = words.slice(0, 2).map((w) => w[0] ?? "").join("").toUpperCase();
  const node = h("span", { class: `avatar ${size}`, "aria-hidden": "true" }, initials);
  node.style.background = COLOURS[Math.max(0, Object.keys(state.people).indexOf(id)) % COLOURS.length];
  return node;
}

const EMOJI = {
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", no_entry: "⛔", no_entry_sign: "🚫", lock: "🔒",
  unlock: "🔓", key: "🔑", hourglass: "⌛", hourglass_flowing_sand: "⏳", eyes: "👀", bell: "🔔", memo: "📝", mag: "🔍",
  rotating_light: "🚨", tada: "🎉", wave: "👋", arrows_counterclockwise: "🔄", package: "📦", whale: "🐳", bulb: "💡",
  information_source: "ℹ️", point_right: "👉", "+1": "👍", thumbsup: "👍", "-1": "👎", clock3: "🕒", alarm_clock: "⏰",
  large_green_circle: "🟢", large_yellow_circle: "🟡", red_circle: "🔴", white_circle: "⚪", raised_hand: "✋", link: "🔗",
  busts_in_silhouette: "👥", globe_with_meridians: "🌐", scroll: "📜", stopwatch: "⏱️", question: "❓", robot_face: "🤖",
};

export function emoji(name) {
  return EMOJI[name] ? h("span", { role: "img", "aria-label": name.replaceAll("_", " ") }, EMOJI[name]) : `:${name}:`;
}
