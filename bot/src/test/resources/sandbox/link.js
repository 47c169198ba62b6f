import { h } from "./dom.js";

const PERMALINK = /^https:\/\/[^/]+\.slack\.com\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})(?:\?|$)/;

/** A link; one to a message of this workspace leads to it on the page. */
export function link(url, label) {
  const message = url.match(PERMALINK);
  if (message) {
    return h("a", { href: `#${message[1]}/${message[2]}.${message[3]}` }, label ?? "message");
  }
  if (!/^(https?|mailto):/i.test(url)) return label ? `${label} (${url})` : `<${url}>`;
  return h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, label ?? url);
}
