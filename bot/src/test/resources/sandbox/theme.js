// Light, dark, or as the system has it.
import { byId, h } from "./dom.js";

const KEY = "ecr-bot-theme";
const SIGNS = { system: "◐", light: "○", dark: "●" };
const NEXT = { system: "light", light: "dark", dark: "system" };

export function theme() {
  const button = byId("theme");
  const set = (name) => {
    if (name === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    button.replaceChildren(h("span", { "aria-hidden": "true" }, SIGNS[name]), h("span", { class: "words" }, `Theme: ${name}`));
    localStorage.setItem(KEY, name);
  };
  button.addEventListener("click", () => set(NEXT[localStorage.getItem(KEY) ?? "system"]));
  set(NEXT[localStorage.getItem(KEY)] ? localStorage.getItem(KEY) : "system");
}
