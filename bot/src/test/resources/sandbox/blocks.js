import { h } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { markdown } from "./markdown.js";
import { richText } from "./richtext.js";
import { emoji } from "./names.js";

/** Plain text still knows emoji, unless told otherwise. */
export function plain(object) {
  if (object.emoji === false) return object.text;
  return object.text.split(/:([a-z0-9_+-]+):/).map((part, i) => (i % 2 ? emoji(part) : part));
}

const text = (object) => (object.type === "mrkdwn" ? mrkdwn(object.text) : plain(object));

/** Returns a node for each block. `click` is called with a block's id and a button's JSON. */
export function blocks(list, click) {
  return list.map((block) => h("div", { class: `block ${block.type}` }, content(block, click)));
}

function content(block, click) {
  switch (block.type) {
    case "header":
      return h("h3", {}, plain(block.text));
    case "section":
      return section(block, click);
    case "divider":
      return h("hr");
    case "context":
      return block.elements.map((e) => (e.type === "image" ? picture(e) : h("span", {}, text(e))));
    case "actions":
      return block.elements.map((e) => button(e, block.block_id, click));
    case "image":
      return h("figure", {}, block.title ? h("figcaption", {}, plain(block.title)) : null, picture(block));
    case "rich_text":
      return richText(block);
    case "container":
      return container(block, click);
    case "table":
      return table(block);
    case "markdown":
      return markdown(block.text);
    default:
      return h("em", {}, `(a ${block.type} block)`);
  }
}

/** Those that somebody opened; whatever is drawn anew stays open. */
const opened = new Set();

function container(block, click) {
  const open = opened.has(block.block_id) || !block.default_collapsed;
  const toggled = (event) => (event.currentTarget.open ? opened.add(block.block_id) : opened.delete(block.block_id));
  return h(
    "details",
    { open, ontoggle: toggled, "data-testid": "fold" },
    h("summary", {}, plain(block.title)),
    blocks(block.child_blocks, click),
  );
}

function table(block) {
  const [head, ...rest] = block.rows;
  const row = (cells, kind) => h("tr", {}, cells.map((cell) => h(kind, {}, cell.text)));
  return h("div", { class: "table" }, h("table", {}, h("thead", {}, row(head, "th")), h("tbody", {}, rest.map((r) => row(r, "td")))));
}

function section(block, click) {
  const accessory = block.accessory;
  return [
    h(
      "div",
      { class: "words" },
      block.text ? h("div", {}, text(block.text)) : null,
      block.fields ? h("div", { class: "fields" }, block.fields.map((f) => h("div", {}, text(f)))) : null,
    ),
    accessory?.type === "button" ? button(accessory, block.block_id, click) : null,
    accessory?.type === "image" ? picture(accessory) : null,
  ];
}

// Pictures would come from elsewhere, and this page asks nobody elsewhere for anything.
const picture = (image) => h("span", { class: "picture", role: "img", "aria-label": image.alt_text }, image.alt_text);

function button(element, blockId, click) {
  return h(
    "button",
    {
      type: "button",
      class: `action ${element.style ?? ""}`,
      "data-testid": `button-${element.action_id}`,
      "aria-label": element.accessibility_label,
      onclick: (event) => click(blockId, element, event.currentTarget),
    },
    plain(element.text),
  );
}

export { text };
