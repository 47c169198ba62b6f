// Somebody else's pen: writes the policy as an administrator of the account does who knows nothing of the bot.
import { byId, h } from "./dom.js";
import { post } from "./api.js";
import { readable } from "./diff.js";

const STRANGER = { Sid: "ByHand", Effect: "Allow", Principal: { AWS: "arn:aws:iam::333333333333:root" }, Action: "ecr:BatchGetImage" };

let open = null;

/** Shows the way to the pen, or the pen itself; what is written there stays while the policy changes. */
export function showPen(repository) {
  const policy = repository.versions.at(-1)?.policy ?? "";
  if (open && open.id !== repository.id) open = null;
  if (!open) {
    if (byId("pen").dataset.of !== repository.id) close(repository.id, policy);
    byId("pen").policy = policy;
    return;
  }
  byId("pen-changed").hidden = open.policy === policy;
}

function close(id, policy) {
  open = null;
  byId("pane-policy").classList.remove("writing");
  const node = byId("pen");
  node.dataset.of = id;
  node.policy = policy;
  const edit = h("button", { type: "button", class: "action", "data-testid": "pen-open", onclick: () => write(id, node.policy) }, "Edit behind the bot's back…");
  node.replaceChildren(edit);
  return edit;
}

function write(id, policy) {
  open = { id, policy };
  byId("pane-policy").classList.add("writing");
  const text = h("textarea", { id: "pen-text", "data-testid": "pen-text", spellcheck: "false", "aria-describedby": "pen-error pen-changed" });
  text.value = readable(policy);
  const error = h("p", { id: "pen-error", class: "error", role: "alert", "data-testid": "pen-error" });
  const leave = () => close(id, byId("pen").policy).focus();
  const send = async (body) => {
    const refused = await post("/panel/policy", { repository: id, text: body });
    error.textContent = refused ?? "";
    text.setAttribute("aria-invalid", String(Boolean(refused)));
    if (!refused) leave();
  };
  byId("pen").replaceChildren(
    h(
      "form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          send(text.value);
        },
        onkeydown: (event) => event.key === "Escape" && leave(),
      },
      h("label", { for: "pen-text" }, "The policy, as an administrator writes it: whole, and unasked"),
      text,
      h("p", { id: "pen-changed", class: "hint", hidden: true }, "The policy has changed since you opened this. What you write replaces all of it, as in AWS."),
      error,
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", class: "action", "data-testid": "pen-add", onclick: () => change(text, (list) => [...list, STRANGER]) }, "Add a statement"),
        h("button", { type: "button", class: "action", "data-testid": "pen-take", onclick: () => change(text, (list) => list.filter((each) => !/^EcrBot/.test(each.Sid ?? ""))) }, "Take the bot's out"),
      ),
      h(
        "div",
        { class: "buttons end" },
        h("button", { type: "button", class: "action", "data-testid": "pen-cancel", onclick: leave }, "Cancel"),
        h("button", { type: "button", class: "action", "data-testid": "pen-delete", onclick: () => send("") }, "Delete the policy"),
        h("button", { type: "submit", class: "action primary", "data-testid": "pen-write" }, "Write it"),
      ),
    ),
  );
  text.focus();
}

/** Changes the statements of what stands in the field, if it can be read. */
function change(text, how) {
  try {
    const policy = text.value.trim() ? JSON.parse(text.value) : { Version: "2012-10-17", Statement: [] };
    policy.Statement = how([policy.Statement].flat());
    text.value = policy.Statement.length ? JSON.stringify(policy, null, 2) : "";
  } catch (e) {
    byId("pen-error").textContent = `This isn't JSON: ${e.message}`;
  }
}
