// The part of Slack's mrkdwn that people meet.
import { h } from "./dom.js";
import { link } from "./link.js";
import { when } from "./dates.js";
import { broadcast, channelMention, emoji, groupMention, mention } from "./names.js";

const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Returns nodes for a whole text. */
export function mrkdwn(text) {
  return text.split(/```/).flatMap((part, index, parts) => {
    if (index % 2 === 1 && index < parts.length - 1) return h("pre", {}, plain(part.replace(/^\n|\n$/g, "")));
    return lines(index % 2 === 1 ? "```" + part : part);
  });
}

function lines(text) {
  const nodes = [];
  let quote = null;
  for (const line of text.replace(/^\n/, "").split("\n")) {
    const quoted = line.match(/^(?:&gt;|>)\s?(.*)$/);
    if (quoted) {
      if (!quote) nodes.push((quote = h("blockquote")));
      else quote.append(h("br"));
      quote.append(...inline(quoted[1]));
      continue;
    }
    if (nodes.length && !quote) nodes.push(h("br"));
    quote = null;
    nodes.push(...inline(line));
  }
  return nodes;
}

const STYLES = { "*": "b", _: "i", "~": "s" };
const INLINE = /`([^`]+)`|<([^<>]+)>|:([a-z0-9_+-]+):|(?<![\p{L}\p{N}])([*_~])(?=\S)(.+?)(?<=\S)\4(?![\p{L}\p{N}])/gu;

export function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) nodes.push(plain(text.slice(end, match.index)));
    const [all, code, special, name, style, styled] = match;
    if (code) nodes.push(h("code", {}, plain(code)));
    else if (special) nodes.push(reference(special));
    else if (name) nodes.push(emoji(name));
    else nodes.push(h(STYLES[style], {}, inline(styled)));
    end = match.index + all.length;
  }
  if (end < text.length) nodes.push(plain(text.slice(end)));
  return nodes;
}

function reference(content) {
  const [target, label] = content.split(/\|(.*)/s);
  if (target.startsWith("@")) return mention(target.slice(1));
  if (target.startsWith("#")) return channelMention(target.slice(1));
  if (target.startsWith("!subteam^")) return groupMention(target.slice("!subteam^".length));
  if (target.startsWith("!date^")) {
    const [, timestamp, pattern] = target.split("^");
    return when(timestamp, pattern ?? "{date} {time}", label);
  }
  if (target.startsWith("!")) return broadcast(target.slice(1));
  return link(plain(target), label ? plain(label) : undefined);
}
