// Asks the evaluator who may do what, of the live policy and of this moment.
import { byId, h } from "./dom.js";

let built = false;
let asked = "";
let shown = "";
let version = 0;

const MARKS = { yes: "✓ yes", no: "✗ no", conditional: "? it depends" };
const repository = () => byId("repository").value;

export function showWho(world) {
  if (!built) build(world);
  built = true;
  ask();
}

function build(world) {
  const names = world.accounts.flatMap((account) => [account.id, ...account.principals]);
  byId("pane-who").append(
    h(
      "form",
      {
        class: "ask",
        onsubmit: (event) => {
          event.preventDefault();
          asked = byId("who-principal").value.trim();
          ask();
        },
      },
      h("label", { for: "who-principal" }, "Role, user, session, account or service"),
      h("input", { id: "who-principal", list: "who-names", placeholder: "arn:aws:iam::222222222222:role/ci-deployer", spellcheck: "false", autocomplete: "off", "data-testid": "who-principal" }),
      h("datalist", { id: "who-names" }, names.map((value) => h("option", { value }))),
      h("label", { for: "who-access" }, "Access"),
      h(
        "div",
        { class: "pair" },
        h("select", { id: "who-access", "data-testid": "who-access" }, ["pull", "push", "read", "push-only"].map((word) => h("option", {}, word))),
        h("button", { type: "submit", class: "action primary", "data-testid": "who-ask" }, "Ask"),
      ),
    ),
    h("div", { id: "who-answer", role: "status", "data-testid": "who-answer" }),
    h("h3", {}, "Who of all that exist can pull"),
    h("div", { id: "who-everyone", class: "scroll", "data-testid": "who-everyone", tabindex: "0", role: "region", "aria-label": "Who can pull" }),
  );
  byId("repository").addEventListener("change", () => ask());
}

async function ask() {
  const mine = ++version;
  const answer = await fetch("/panel/who", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sandbox": "yes" },
    body: JSON.stringify({ repository: repository(), who: asked, access: byId("who-access").value }),
  }).catch(() => null);
  if (mine !== version || !answer) return;
  const text = await answer.text();
  if (text === shown) return;
  shown = text;
  if (!answer.ok) return byId("who-answer").replaceChildren(h("p", { class: "error" }, text));
  const found = JSON.parse(text);
  byId("who-answer").replaceChildren(...(found.verdict ? verdict(found) : []));
  byId("who-everyone").replaceChildren(
    h("ul", { class: "everyone" }, found.everyone.map((each) => h("li", { class: each.verdict }, h("span", {}, each.arn.replace("arn:aws:iam::", "")), h("b", {}, MARKS[each.verdict])))),
  );
}

function verdict(found) {
  const depends = found.dependsOn.length ? ` on ${found.dependsOn.join(", ")}` : "";
  return [
    h("p", { class: `verdict ${found.verdict}` }, MARKS[found.verdict] + depends),
    h("ul", {}, found.why.map((line) => h("li", {}, line))),
    h("p", { class: "note" }, found.side),
  ];
}
