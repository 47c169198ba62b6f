// A field that offers what the bot knows for what was typed.
import { h } from "./dom.js";
import { plain } from "./blocks.js";
import { offered } from "./api.js";

/** Returns the list that belongs below the input. Asks the bot at each key, as Slack does where min_query_length is 0. */
export function combobox(me, element, input) {
  const list = h("ul", { id: `${input.id}-offers`, class: "offers", role: "listbox", "aria-label": "Suggestions", "data-testid": `offers-${element.action_id}`, hidden: true });
  let at = -1;
  let answered = "";
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list", autocomplete: "off" })) {
    input.setAttribute(name, value);
  }
  const show = (open) => {
    list.hidden = !open || !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden) mark(-1);
  };
  const mark = (index) => {
    at = index;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    input.value = option.textContent;
    input.dataset.value = option.dataset.value;
    input.dataset.label = option.textContent;
    show(false);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const ask = async () => {
    const typed = input.value;
    const { options } = await offered({ person: me, action: element.action_id, text: typed === input.dataset.label ? "" : typed });
    if (input.value !== typed) return;
    // Asked twice and answered alike: what is marked stays so.
    const same = JSON.stringify(options) === answered && list.children.length;
    answered = JSON.stringify(options);
    if (same) return show(typing && document.activeElement === input);
    list.replaceChildren(
      ...options.map((o, i) =>
        h("li", { id: `${list.id}-${i}`, role: "option", "aria-selected": "false", "data-value": o.value, onpointerdown: (event) => (event.preventDefault(), take(event.currentTarget)) }, plain(o.text)),
      ),
    );
    mark(-1);
    show(typing && document.activeElement === input);
  };
  // To come there, as to a modal's first field, is no reason yet to cover what is below.
  let typing = false;
  input.addEventListener("input", () => {
    typing = true;
    delete input.dataset.value;
    ask();
  });
  input.addEventListener("focus", () => {
    typing = false;
    ask();
  });
  input.addEventListener("click", () => show(true));
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && list.children.length) {
      event.preventDefault();
      show(true);
      mark(at < 0 && by < 0 ? list.children.length - 1 : (at + by + list.children.length) % list.children.length);
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      take(list.children[at]);
    } else if (event.key === "Escape" && !list.hidden) {
      // The dialog stays: only the list is closed.
      event.preventDefault();
      event.stopPropagation();
      show(false);
    }
  });
  return list;
}
