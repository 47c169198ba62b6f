// Lines of two documents side by side. The order of principals and actions means nothing, and AWS shuffles it: they are
// sorted first, so that only what changed is marked.

export function readable(policy) {
  try {
    return JSON.stringify(sorted(JSON.parse(policy)), null, 2);
  } catch {
    return policy;
  }
}

function sorted(value) {
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    return items.every((item) => typeof item === "string") ? items.sort() : items;
  }
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, sorted(child)]));
  }
  return value;
}

// A comma that comes or goes because of a neighbour is no change.
const bare = (line) => line.replace(/,$/, "");

/** Returns lines of { mark: " " | "+" | "-", text }. */
export function diff(before, after) {
  const a = before ? before.split("\n") : [];
  const b = after ? after.split("\n") : [];
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i][j] =
        bare(a[i]) === bare(b[j]) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && bare(a[i]) === bare(b[j])) {
      lines.push({ mark: " ", text: b[j++] });
      i++;
    } else if (j < b.length && (i === a.length || longest[i][j + 1] > longest[i + 1][j])) {
      lines.push({ mark: "+", text: b[j++] });
    } else if (i < a.length) {
      lines.push({ mark: "-", text: a[i++] });
    } else {
      lines.push({ mark: "+", text: b[j++] });
    }
  }
  return lines;
}
