// As much of standard Markdown as a bot's message needs: headings, lists, fences, and words in styles.
import { h } from "./dom.js";
import { link } from "./link.js";

const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|(?<!\w)[*_](.+?)[*_](?!\w)|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)/g;

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, match.index));
    const [all, code, bold, italic, strike, label, url] = match;
    if (code) nodes.push(h("code", {}, code));
    else if (bold) nodes.push(h("b", {}, inline(bold)));
    else if (italic) nodes.push(h("i", {}, inline(italic)));
    else if (strike) nodes.push(h("s", {}, inline(strike)));
    else nodes.push(link(url, label));
    end = match.index + all.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

export function markdown(text) {
  return text.split(/^```\w*$/m).flatMap((part, index) => {
    if (index % 2 === 1) return h("pre", { tabindex: "0" }, part.replace(/^\n|\n$/g, ""));
    return part.split(/\n{2,}/).filter((p) => p.trim()).map(paragraph);
  });
}

function paragraph(text) {
  const trimmed = text.trim();
  const heading = trimmed.match(/^#{1,6}\s+(.*)$/);
  if (heading) return h("p", {}, h("b", {}, inline(heading[1])));
  const rows = trimmed.split("\n");
  if (rows.every((row) => /^\s*([-*]|\d+\.)\s/.test(row))) {
    const items = rows.map((row) => h("li", {}, inline(row.replace(/^\s*([-*]|\d+\.)\s/, ""))));
    return h(/^\s*\d/.test(rows[0]) ? "ol" : "ul", {}, items);
  }
  return h("p", {}, rows.flatMap((row, i) => [i ? h("br") : null, ...inline(row)]));
}
