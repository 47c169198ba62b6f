import { place, restore } from "./focus.js";
import { signs } from "./signs.js";

// Builds elements. Texts only ever become text nodes, so that nothing a message says can turn into markup.

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  const shown = children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false);
  node.append(...shown.flatMap((c) => (typeof c === "string" ? signs(tag, c) : [c])));
  return node;
}

/** Makes the children of a node those of a list; what looks as before keeps its element, its focus and its place. */
export function keyed(parent, items, key, look, render) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const first = parent.dataset.filled !== "yes";
  let before = parent.firstElementChild;
  for (const item of items) {
    const id = key(item);
    const fingerprint = JSON.stringify(look(item));
    let node = old.get(id);
    old.delete(id);
    if (!node || node.fingerprint !== fingerprint) {
      const fresh = render(item);
      fresh.dataset.key = id;
      fresh.fingerprint = fingerprint;
      if (!first) fresh.classList.add("fresh");
      if (node) {
        const focused = node.contains(document.activeElement) ? place() : null;
        if (node === before) before = fresh;
        node.replaceWith(fresh);
        if (focused) restore(focused);
      }
      node = fresh;
    }
    if (node === before) before = before.nextElementSibling;
    else parent.insertBefore(node, before);
  }
  for (const gone of old.values()) gone.remove();
  parent.dataset.filled = "yes";
}

export function reset(parent) {
  parent.replaceChildren();
  parent.dataset.filled = "no";
}

export const byId = (id) => document.getElementById(id);
