// A tour of the whole, beside everything else: it can be left at any step, and taken up again there.
import { byId, h } from "./dom.js";
import { STEPS } from "./tour-steps.js";

const KEY = "ecr-bot-tour";
const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{"at":0,"open":false,"done":[]}');
let shown = "";
let again = () => {};

function keep(changes) {
  Object.assign(kept, changes);
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  again();
}

export function tour(showAgain) {
  again = showAgain;
  byId("tour-open").addEventListener("click", () => {
    keep({ open: true, at: Math.min(kept.at, STEPS.length - 1) });
    byId("tour").querySelector("h2")?.focus();
  });
}

/** Shows the step that somebody is at, and whether it is done. */
export function showTour(state, here, ways) {
  const node = byId("tour");
  name(kept.at || kept.done.length ? "Go on with the tour" : "Take the tour");
  node.hidden = !kept.open;
  if (!kept.open) return;
  const step = STEPS[kept.at];
  if (!kept.done.includes(kept.at) && step.done(state, here)) {
    kept.done.push(kept.at);
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  }
  const done = kept.done.includes(kept.at);
  const look = JSON.stringify([kept.at, done]);
  if (look === shown && node.firstElementChild) return;
  shown = look;
  const focus = node.contains(document.activeElement) ? (document.activeElement.dataset.testid ?? "tour-title") : null;
  node.replaceChildren(...card(step, done, ways));
  if (focus) (node.querySelector(`[data-testid="${focus}"]:not([disabled])`) ?? node.querySelector("h2")).focus();
}

function name(text) {
  const button = byId("tour-open");
  if (button.textContent.endsWith(text)) return;
  button.replaceChildren(h("span", { "aria-hidden": "true" }, "➤"), h("span", { class: "words" }, text));
}

function card(step, done, ways) {
  const last = kept.at === STEPS.length - 1;
  const button = (name, text, onclick, look = "action") => h("button", { type: "button", class: look, "data-testid": name, onclick }, text);
  const leave = () => {
    keep({ open: false });
    byId("tour-open").focus();
  };
  return [
    h(
      "div",
      { class: "tour-head" },
      h("h2", { tabindex: "-1", "data-testid": "tour-title" }, `${kept.at + 1} of ${STEPS.length}: ${step.title}`),
      h("span", { role: "status", class: done ? "tour-done" : "", "data-testid": "tour-status" }, done ? "✓ done" : ""),
      h("button", { type: "button", class: "more-leave", "aria-label": "Leave the tour", title: "Leave the tour", "data-testid": "tour-leave", onclick: leave }, "✕"),
    ),
    h("p", {}, step.text),
    h(
      "div",
      { class: "buttons" },
      button("tour-help", step.help, () => step.show(ways)),
      kept.at ? button("tour-back", "Back", () => keep({ at: kept.at - 1 })) : null,
      last
        ? button("tour-finish", "Finish", () => {
            keep({ open: false, at: 0, done: [] });
            byId("tour-open").focus();
          }, done ? "action primary" : "action")
        : button("tour-next", "Next", () => keep({ at: kept.at + 1 }), done ? "action primary" : "action"),
    ),
  ];
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && kept.open && byId("tour").contains(document.activeElement)) {
    keep({ open: false });
    byId("tour-open").focus();
  }
});
