import { byId, h } from "./dom.js";
import { diff, readable } from "./diff.js";
import { clock } from "./dates.js";
import { showPen } from "./pen.js";

const LARGEST = 10_240;

let selected = null;
let picked = null;
let known = new Map();
let last = "";
let lastAsked;
let byHand = false;

/**
 * Shows the repository that was chosen, else the one the bot has just looked at; one whose policy has just changed comes to
 * the front by itself.
 */
export function showPolicy(repositories, asked, seen) {
  if (asked !== lastAsked && !byHand) {
    selected = asked;
    picked = null;
  }
  lastAsked = asked;
  for (const repository of repositories) {
    const now = repository.versions.at(-1)?.number ?? 0;
    if (known.has(repository.id) && known.get(repository.id) !== now) {
      selected = repository.id;
      picked = null;
      byHand = false;
      if (!seen()) byId("policy-dot").hidden = false;
    }
    known.set(repository.id, now);
  }
  if (!repositories.some((r) => r.id === selected)) selected = repositories[0]?.id ?? null;
  render(repositories);
}

/** Shows this repository, until another one is chosen or changes. */
export function choose(id) {
  selected = id;
  byHand = true;
  picked = null;
}

/** Shows the repository that a line of somebody's names, if it names one. */
export function chooseNamed(line, repositories) {
  const words = line.split(/[\s,]+/);
  const named = repositories.filter((each) => words.some((word) => word.replace(/^.*:/, "") === each.title.split(" ")[0]));
  const found = named.find((each) => each.title.includes("us-west-2")) ?? named[0];
  if (found) choose(found.id);
}

function render(repositories) {
  const chosen = repositories.find((r) => r.id === selected);
  if (chosen) showPen(chosen);
  const look = JSON.stringify([repositories, selected, picked]);
  if (look === last) return;
  last = look;
  const select = byId("repository");
  select.replaceChildren(...repositories.map((r) => h("option", { value: r.id, selected: r.id === selected }, r.title)));
  select.onchange = () => {
    selected = select.value;
    byHand = true;
    picked = null;
    render(repositories);
  };
  const repository = repositories.find((r) => r.id === selected);
  const body = byId("policy");
  if (!repository) {
    body.replaceChildren(h("p", { class: "empty" }, "No repositories."));
    return;
  }
  const versions = repository.versions;
  const index = picked === null ? versions.length - 1 : versions.findIndex((v) => v.number === picked);
  body.replaceChildren(
    ...[
      repository.notes.length ? h("ul", { class: "notes" }, repository.notes.map((n) => h("li", {}, n))) : null,
      document_(versions, index),
      history(versions, index, (number) => {
        picked = number;
        render(repositories);
      }),
    ].filter(Boolean),
  );
  const added = body.querySelector(".line.add");
  added?.scrollIntoView({ block: "nearest" });
}

function document_(versions, index) {
  const text = readable(versions[index].policy);
  const before = index > 0 ? readable(versions[index - 1].policy) : text;
  const lines = diff(before, text);
  const live = index === versions.length - 1;
  const size = versions[index].policy.length;
  const caption = h(
    "p",
    { class: "caption" },
    h("span", { class: live ? "live" : "past" }, live ? "Live" : `Version ${versions[index].number}`),
    ` since ${clock(new Date(versions[index].at), true)}`,
    h("span", { class: "size" }, `${size.toLocaleString("en")} of ${LARGEST.toLocaleString("en")} characters`),
  );
  const none = text ? null : h("p", { class: "empty", "data-testid": before ? "policy-gone" : "policy" }, "No policy: nobody outside the registry's own account gets in.");
  if (!text && !before) return h("section", { class: "shown" }, caption, none);
  const rows = lines.map((line) =>
    h(
      "div",
      { class: line.mark === "+" ? "line add" : line.mark === "-" ? "line del" : "line" },
      h("span", { class: "mark" }, line.mark),
      indented(line.text),
    ),
  );
  return h("section", { class: "shown" }, caption, none, h("div", { class: "document", "data-testid": "policy", tabindex: "0", role: "region", "aria-label": "Policy document" }, rows));
}

/** Long lines go on under their own beginning. */
function indented(line) {
  const text = line.trimStart();
  const node = h("code", {}, text);
  node.style.paddingLeft = `${line.length - text.length + 2}ch`;
  return node;
}

function history(versions, index, pick) {
  const rows = versions.map((version, i) => {
    const marks = diff(i ? readable(versions[i - 1].policy) : "", readable(version.policy));
    const count = (mark) => marks.filter((line) => line.mark === mark).length;
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", "aria-pressed": i === index ? "true" : "false", onclick: () => pick(i === versions.length - 1 ? null : version.number) },
        h("b", {}, `v${version.number}`),
        h("time", {}, clock(new Date(version.at), true)),
        i ? h("span", { class: "counts" }, h("ins", {}, `+${count("+")}`), " ", h("del", {}, `−${count("-")}`)) : h("span", { class: "counts" }, "at the start"),
      ),
    );
  });
  return h("section", { class: "history" }, h("h2", {}, "History"), h("ol", { reversed: true }, rows.reverse()));
}
