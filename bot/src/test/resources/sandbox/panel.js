// The side panel: which of its panes is open, and how the world is at the moment.
import { byId, h } from "./dom.js";
import { toast } from "./api.js";
import { showAccounts } from "./accounts.js";
import { showCalls, showEvents } from "./logs.js";
import { showStrip, showWorld } from "./world.js";
import { showWho } from "./who.js";

const PANES = [
  ["policy", "Policy"],
  ["who", "Who"],
  ["calls", "Calls"],
  ["events", "Events"],
  ["accounts", "Accounts"],
  ["world", "World"],
];

let open = "policy";
let world = null;
let asking = null;
let again = false;

export const pane = () => open;
export const worldNow = () => world;

/** Opens a pane; the focus stays where it is. */
export function openPane(name) {
  open = name;
  for (const [id] of PANES) {
    const tab = byId(`tab-${id}`);
    tab.setAttribute("aria-selected", String(id === open));
    tab.tabIndex = id === open ? 0 : -1;
    byId(`pane-${id}`).hidden = id !== open;
  }
  draw();
}

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

function step(event) {
  const last = PANES.length - 1;
  const at = PANES.findIndex(([id]) => id === open);
  const to = event.key === "Home" ? 0 : event.key === "End" ? last : at + (STEPS[event.key] ?? NaN);
  if (Number.isNaN(to)) return;
  event.preventDefault();
  const [name] = PANES[(to + PANES.length) % PANES.length];
  openPane(name);
  byId(`tab-${name}`).focus();
}

export function panel() {
  byId("panes").replaceChildren(
    ...PANES.map(([id, title]) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          id: `tab-${id}`,
          "aria-controls": `pane-${id}`,
          "data-testid": `tab-${id}`,
          onclick: () => openPane(id),
          onkeydown: step,
        },
        title,
      ),
    ),
  );
  openPane(open);
}

/** Asks how the world is; never twice at once. */
export function refreshPanel(there, after) {
  document.body.classList.toggle("without-panel", !there);
  if (!there) return;
  again = true;
  asking ??= (async () => {
    while (again) {
      again = false;
      await ask();
      after();
    }
  })().finally(() => (asking = null));
}

async function ask() {
  try {
    const answer = await fetch("/panel");
    if (!answer.ok) throw new Error(await answer.text());
    world = await answer.json();
    draw();
  } catch (e) {
    toast(e.message);
  }
}

function draw() {
  if (!world) return;
  showStrip(world, () => openPane("world"));
  if (open === "who") showWho(world);
  if (open === "calls") showCalls(world.calls);
  if (open === "events") showEvents(world.events);
  if (open === "accounts") showAccounts(world);
  if (open === "world") showWorld(world);
}
