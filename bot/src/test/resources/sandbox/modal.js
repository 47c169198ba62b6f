// The modal on top, if the bot has opened one.
import { h } from "./dom.js";
import { blocks, plain } from "./blocks.js";
import { act } from "./api.js";
import { combobox } from "./combobox.js";
import { place as whereIs, restore } from "./focus.js";

let shown = null;
let opener = null;

export function showModal(me, views) {
  const view = views[views.length - 1];
  const look = view ? JSON.stringify([me, view]) : null;
  if (shown?.look === look) return;
  const same = shown?.id === view?.id;
  const typed = shown && same ? values(shown.node) : {};
  const place = same ? focused(shown?.node) : null;
  const scrolled = same ? shown?.node.querySelector(".modal-body").scrollTop : 0;
  if (view && !shown) opener = whereIs();
  const closed = shown && !view;
  shown?.node.remove();
  shown = null;
  if (closed) restore(opener);
  if (!view) return;
  const node = render(me, view, typed);
  shown = { id: view.id, look, node };
  document.body.append(node);
  node.showModal();
  node.querySelector(".modal-body").scrollTop = scrolled;
  if (place) return focusAt(node, place);
  // Shown anew, it stays where somebody is reading it.
  node.querySelector("textarea, input, select")?.focus({ preventScroll: same });
}

/** Where somebody is typing: that stays when the bot shows the modal anew. */
function focused(node) {
  const field = document.activeElement;
  if (!node?.contains(field) || !field.name) return null;
  const text = field.type === "text" || field.tagName === "TEXTAREA";
  return { name: field.name, from: text ? field.selectionStart : null, to: text ? field.selectionEnd : null };
}

function focusAt(node, { name, from, to }) {
  const field = node.querySelector(`[name="${name}"]`);
  field?.focus({ preventScroll: true });
  if (from !== null) field?.setSelectionRange?.(from, to);
}

const values = (node) =>
  Object.fromEntries([...node.querySelectorAll("[name]")].map((field) => [field.name, valueOf(field)]));

/** Of a field with offers, what was chosen counts, and not the words for it; what somebody only typed is sent as it is. */
const valueOf = (field) => (field.value === field.dataset.label ? (field.dataset.value ?? field.value) : field.value);

function render(me, view, typed) {
  const { content, errors } = view;
  const dismiss = () => act("/submit", { person: me, view: view.id, dismiss: true });
  const form = h(
    "form",
    {
      // Also out of a field with several lines.
      onkeydown: (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.requestSubmit(),
      onsubmit: async (event) => {
        event.preventDefault();
        form.setAttribute("aria-busy", "true");
        await act("/submit", { person: me, view: view.id, values: values(form) });
        form.removeAttribute("aria-busy");
      },
    },
    h("h2", { id: "modal-title" }, plain(content.title)),
    h(
      "div",
      { class: "modal-body" },
      errors[""] ? h("p", { class: "error", role: "alert" }, errors[""]) : null,
      content.blocks.map((block) =>
        block.type === "input" ? field(me, block, errors[block.block_id], typed) : blocks([block], () => {}),
      ),
    ),
    h(
      "div",
      { class: "modal-foot" },
      h("button", { type: "button", class: "action", onclick: dismiss }, content.close ? plain(content.close) : "Cancel"),
      content.submit
        ? h("button", { type: "submit", class: "action primary", "data-testid": "submit" }, plain(content.submit))
        : null,
    ),
  );
  const node = h("dialog", { class: "modal", "data-testid": "dialog", "aria-labelledby": "modal-title" }, form);
  node.addEventListener("cancel", (event) => {
    event.preventDefault();
    dismiss();
  });
  return node;
}

function field(me, block, error, typed) {
  const element = block.element;
  const id = `field-${block.block_id}`;
  const tag = element.type === "static_select" ? "select" : element.multiline ? "textarea" : "input";
  const input = h(tag, {
    id,
    name: element.action_id,
    type: element.type === "datepicker" ? "date" : undefined,
    placeholder: element.placeholder?.text,
    minlength: element.min_length,
    maxlength: element.type === "plain_text_input" ? (element.max_length ?? 3000) : undefined,
    required: !block.optional,
    rows: element.multiline ? 4 : undefined,
    "aria-invalid": error ? "true" : undefined,
    "aria-describedby": error || block.hint ? `${id}-note` : undefined,
  });
  for (const option of element.options ?? []) {
    input.append(h("option", { value: option.value }, plain(option.text)));
  }
  input.value =
    typed[element.action_id] ??
    element.initial_value ??
    element.initial_date ??
    element.initial_option?.value ??
    "";
  const offers = element.type === "external_select" ? combobox(me, element, input) : null;
  if (block.dispatch_action) telling(me, element, input);
  return h(
    "div",
    { class: "input-field" },
    h("label", { for: id }, plain(block.label), block.optional ? h("small", {}, " (optional)") : null),
    offers ? h("div", { class: "with-offers" }, input, offers) : input,
    error || block.hint
      ? h("p", { id: `${id}-note`, class: error ? "error" : "hint", "data-testid": error ? "field-error" : undefined }, error ?? plain(block.hint))
      : null,
  );
}

/** Tells the bot of a change, as Slack does where it asked for that: of a text at each key, of the rest once it is chosen. */
function telling(me, element, input) {
  const tell = () => act("/change", { person: me, action: element.action_id, values: values(input.form) });
  input.addEventListener(element.type === "plain_text_input" ? "input" : "change", tell);
}
