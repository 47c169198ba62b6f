import { h } from "./dom.js";
import { link } from "./link.js";
import { when } from "./dates.js";
import { broadcast, channelMention, emoji, groupMention, mention } from "./names.js";

export function richText(block) {
  return block.elements.map(part);
}

function part(element) {
  switch (element.type) {
    case "rich_text_preformatted":
      return h("pre", { tabindex: "0" }, words(element));
    case "rich_text_quote":
      return h("blockquote", {}, words(element));
    case "rich_text_list": {
      const start = element.style === "ordered" && element.offset ? element.offset + 1 : undefined;
      const items = element.elements.map((item) => h("li", {}, words(item)));
      return h(element.style === "ordered" ? "ol" : "ul", { class: `indent-${element.indent ?? 0}`, start }, items);
    }
    default:
      return h("p", {}, words(element));
  }
}

const words = (parent) => (parent.elements ?? []).map((word) => styled(bare(word), word.style ?? {}));

function bare(word) {
  switch (word.type) {
    case "link":
      return link(word.url, word.text);
    case "user":
      return mention(word.user_id);
    case "usergroup":
      return groupMention(word.usergroup_id);
    case "channel":
      return channelMention(word.channel_id);
    case "emoji":
      return emoji(word.name);
    case "broadcast":
      return broadcast(word.range);
    case "date":
      return when(word.timestamp, word.format, word.fallback);
    default:
      return word.text ?? "";
  }
}

function styled(node, style) {
  let result = node;
  if (style.code) result = h("code", {}, result);
  if (style.bold) result = h("b", {}, result);
  if (style.italic) result = h("i", {}, result);
  if (style.strike) result = h("s", {}, result);
  if (style.underline) result = h("u", {}, result);
  return result;
}
