// Where the focus was, for when it has to come back: elements are drawn anew, names and places stay.

export function place(element = document.activeElement) {
  const name = element?.dataset?.testid ?? "";
  const id = element?.id ?? "";
  if (!name && !id) return null;
  const around = element.closest("article[id]")?.id ?? "";
  const scope = (around && document.getElementById(around)) || document;
  const index = name ? [...scope.querySelectorAll(`[data-testid="${name}"]`)].indexOf(element) : 0;
  return { name, id, around, index };
}

/** Puts the focus there again; where that is gone, to the message around it, and else to where people type. */
export function restore(at) {
  const around = at?.around ? document.getElementById(at.around) : null;
  const found = at && !at.name ? document.getElementById(at.id) : at ? (around ?? document).querySelectorAll(`[data-testid="${at.name}"]`)[at.index] : null;
  // Never to another button: whoever presses Enter twice would click what they never saw.
  around?.setAttribute("tabindex", "-1");
  (found ?? around ?? document.getElementById("text")).focus({ preventScroll: true });
}
