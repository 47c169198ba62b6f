import { h } from "./dom.js";
import { place, restore } from "./focus.js";
import { plain, text } from "./blocks.js";

/** Asks again before a click counts. Resolves to whether it does. */
export function confirmed(dialog) {
  if (!dialog) return Promise.resolve(true);
  const opener = place();
  return new Promise((resolve) => {
    const node = h(
      "dialog",
      { class: "modal", "data-testid": "dialog", "aria-labelledby": "confirm-title" },
      h("h2", { id: "confirm-title" }, plain(dialog.title)),
      h("div", { class: "modal-body" }, text(dialog.text)),
      h(
        "form",
        { method: "dialog", class: "modal-foot" },
        h("button", { value: "no", class: "action" }, plain(dialog.deny)),
        h("button", { value: "yes", class: `action ${dialog.style ?? "primary"}`, "data-testid": "confirm", autofocus: true }, plain(dialog.confirm)),
      ),
    );
    node.addEventListener("close", () => {
      node.remove();
      restore(opener);
      resolve(node.returnValue === "yes");
    });
    document.body.append(node);
    node.showModal();
  });
}
