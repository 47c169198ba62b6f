import { byId, h } from "./dom.js";
import { act } from "./api.js";

const typed = [];
let at = 0;

/** Enter sends, the arrow keys bring back what was sent before. */
export function composer(where) {
  const text = byId("text");
  byId("composer").addEventListener("submit", async (event) => {
    event.preventDefault();
    const line = text.value.trim();
    if (!line) return;
    const { person, channel } = where(line);
    typed.push(line);
    at = typed.length;
    text.value = "";
    if (!(await act("/command", { person, channel, text: line })) && !text.value) text.value = line;
  });
  text.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !typed.length) return;
    event.preventDefault();
    at = Math.min(typed.length, Math.max(0, at + by));
    text.value = typed[at] ?? "";
  });
}

let shown = "";

export function showExamples(examples) {
  if (shown === examples.join("\n")) return;
  shown = examples.join("\n");
  byId("examples").replaceChildren(
    ...examples.map((example) =>
      h(
        "button",
        {
          type: "button",
          title: example,
          onclick: () => {
            byId("text").value = example;
            byId("text").focus();
          },
        },
        example,
      ),
    ),
  );
}
