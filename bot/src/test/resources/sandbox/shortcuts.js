// The bot's two shortcuts: one from anywhere, one in the menu of each message.
import { byId, h } from "./dom.js";
import { act } from "./api.js";
import { toggleMenu } from "./menu.js";

export function shortcuts(who) {
  const button = byId("shortcuts");
  button.addEventListener("click", () =>
    toggleMenu(button, "Shortcuts", [["Ask for access", "shortcut-access.ask", () => act("/shortcut", { person: who(), callback: "access.ask" })]]),
  );
}

/** The button that opens a message's menu. */
export function messageMenu(message, person, channel) {
  return h(
    "button",
    {
      type: "button",
      class: "more",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "data-testid": "more",
      onclick: (event) =>
        toggleMenu(event.currentTarget, "Actions on this message", [
          ["Fix this access error", "shortcut-error.fix", () => act("/shortcut", { person, channel, ts: message.ts, callback: "error.fix" })],
        ]),
    },
    "⋯",
  );
}
