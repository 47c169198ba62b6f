// A small menu under a button, with the keyboard it should have.
import { h } from "./dom.js";

let open = null;

export function closeMenu(back = true) {
  if (!open) return;
  const { node, button } = open;
  open = null;
  node.remove();
  button.setAttribute("aria-expanded", "false");
  if (back && button.isConnected) button.focus();
}

/** Opens the menu, or closes it if it is open; each entry is a text and what to do. */
export function toggleMenu(button, title, entries) {
  if (open?.button === button) return closeMenu();
  closeMenu(false);
  const items = entries.map(([text, name, action]) =>
    h(
      "button",
      {
        type: "button",
        role: "menuitem",
        tabindex: "-1",
        "data-testid": name,
        onclick: () => {
          closeMenu();
          action();
        },
      },
      text,
    ),
  );
  const node = h("div", { class: "menu", role: "menu", "aria-label": title, onkeydown: (event) => move(event, items) }, items);
  document.body.append(node);
  place(node, button.getBoundingClientRect());
  button.setAttribute("aria-expanded", "true");
  open = { node, button };
  items[0].focus();
}

function place(node, at) {
  const { offsetWidth: width, offsetHeight: height } = node;
  node.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  node.style.top = at.bottom < innerHeight / 2 ? `${at.bottom + 4}px` : `${at.top - height - 4}px`;
}

function move(event, items) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) {
    event.preventDefault();
    const at = items.indexOf(document.activeElement);
    items[(at + by + items.length) % items.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    closeMenu();
  }
}

addEventListener("pointerdown", (event) => {
  if (open && !open.node.contains(event.target) && !open.button.contains(event.target)) closeMenu(false);
});
/** What is scrolled takes the menu along. */
function follow() {
  if (!open?.button.isConnected) return;
  const at = open.button.getBoundingClientRect();
  if (at.bottom < 0 || at.top > innerHeight) return closeMenu(false);
  place(open.node, at);
}

addEventListener("scroll", follow, { capture: true, passive: true });
