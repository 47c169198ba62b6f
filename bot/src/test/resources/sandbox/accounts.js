// Who exists, so that there is somebody to give access to.
import { byId, h } from "./dom.js";

let shown = "";

export function showAccounts(world) {
  const look = JSON.stringify([world.accounts, world.organizations]);
  if (look === shown) return;
  shown = look;
  byId("pane-accounts").replaceChildren(
    h("p", { class: "note" }, "The names that people may type, and the roles and users that exist there. ECR refuses anybody else."),
    h(
      "div",
      { class: "scroll", "data-testid": "accounts", tabindex: "0", role: "region", "aria-label": "Accounts" },
      world.accounts.map((account) => [
        h("h3", {}, account.name, " ", h("small", {}, account.id)),
        h("ul", {}, account.principals.map((arn) => h("li", {}, arn.split(":").slice(5).join(":")))),
      ]),
      h("h3", {}, "Organizations"),
      h("ul", {}, world.organizations.map((name) => h("li", {}, name))),
    ),
  );
}
