import { byId } from "./dom.js";

export async function state(person) {
  const answer = await fetch(`/state?person=${encodeURIComponent(person)}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** Does something as a person, and says so if the bot didn't take it. */
export async function act(path, what) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sandbox": "yes" },
      body: JSON.stringify(what),
    });
    if (!answer.ok) return toast(await answer.text());
    const { status, failure } = await answer.json();
    if (status !== undefined && status !== 200) return toast(/ConnectException/.test(failure) ? "Nobody took this: the bot doesn't run." : `The bot did not acknowledge: ${failure || status}`);
    return true;
  } catch {
    return toast("The sandbox is gone. Is it still running?");
  }
}

/** Does something to the world; returns why not, or nothing if it is done. */
export async function post(path, what) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sandbox": "yes" },
      body: JSON.stringify(what),
    });
    return answer.ok ? null : answer.text();
  } catch {
    return "The sandbox is gone. Is it still running?";
  }
}

/** Returns what the bot offers for what was typed; nothing if it doesn't answer. */
export async function offered(what) {
  try {
    const answer = await fetch("/suggest", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sandbox": "yes" },
      body: JSON.stringify(what),
    });
    return answer.ok ? await answer.json() : { options: [] };
  } catch {
    return { options: [] };
  }
}

let hiding;

export function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (node.hidden = true), 6000);
  return false;
}

/** Calls back at once and after every change, for as long as the page is open. */
export function onChange(callback) {
  const events = new EventSource("/events");
  events.onmessage = callback;
  events.onerror = () => document.body.classList.add("offline");
  events.onopen = () => document.body.classList.remove("offline");
}
