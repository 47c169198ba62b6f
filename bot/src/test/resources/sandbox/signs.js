// The few emoji that the bot writes, drawn: not every machine has a font for them. The character stays, for whoever copies it.

const NAMES = { "⏳": "hourglass", "✅": "done", "⛔": "stop", "🚫": "not", "⚠": "warning", "🔧": "wrench", "❗": "mark", "❓": "question", "☑": "ticked", "⏹": "ended" };
const SIGN = /([⏳✅⛔🚫⚠🔧❗❓☑⏹]\uFE0F?)/u;
// What has text alone in it.
const BARE = new Set(["option", "textarea", "title", "style"]);

/** Returns the text with its emoji as elements. */
export function signs(tag, text) {
  if (BARE.has(tag) || !SIGN.test(text)) return [text];
  return text.split(SIGN).map((part, i) => (i % 2 ? sign(part) : part));
}

function sign(character) {
  const node = document.createElement("span");
  node.className = `sign ${NAMES[character.replace("\uFE0F", "")]}`;
  const hidden = document.createElement("span");
  hidden.textContent = character;
  node.append(hidden);
  return node;
}
