// Times in the zone of whoever sits before the page.
import { h } from "./dom.js";

const format = (date, options) => new Intl.DateTimeFormat("en-GB", options).format(date);
const DAY = 86_400_000;

let ahead = 0;

/** Goes by the sandbox's clock from now on, which may have been moved. */
export const keepTime = (now) => (ahead = now - Date.now());
export const now = () => Date.now() + ahead;

export const clock = (date, seconds = false) =>
  format(date, { hour: "2-digit", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}) });

function day(date, options, pretty) {
  const midnight = (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate());
  const distance = Math.round((midnight(date) - midnight(new Date(now()))) / DAY);
  if (pretty && Math.abs(distance) <= 1) return ["yesterday", "today", "tomorrow"][distance + 1];
  return format(date, options);
}

/** A moment with its day, for what lies days apart. */
export const moment = (date) => format(date, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" });

const LONG = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const MIDDLE = { day: "numeric", month: "long", year: "numeric" };
const SHORT = { day: "numeric", month: "short", year: "numeric" };

function ago(date) {
  const seconds = Math.round((date - now()) / 1000);
  const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  for (const [unit, size] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  }
  return relative.format(seconds, "second");
}

const TOKENS = {
  "{date_num}": (d) => d.toISOString().slice(0, 10),
  "{date_slash}": (d) => format(d, { day: "2-digit", month: "2-digit", year: "numeric" }),
  "{date_long}": (d) => day(d, LONG),
  "{date_long_pretty}": (d) => day(d, LONG, true),
  "{date_short}": (d) => day(d, SHORT),
  "{date_short_pretty}": (d) => day(d, SHORT, true),
  "{date}": (d) => day(d, MIDDLE),
  "{date_pretty}": (d) => day(d, MIDDLE, true),
  "{time}": (d) => clock(d),
  "{time_secs}": (d) => clock(d, true),
  "{ago}": ago,
};

export function when(timestamp, pattern, fallback) {
  const date = new Date(Number(timestamp) * 1000);
  if (Number.isNaN(date.getTime())) return fallback ?? "";
  const text = pattern.replace(/\{\w+\}/g, (token) => TOKENS[token]?.(date) ?? token);
  return h("time", { datetime: date.toISOString(), title: date.toUTCString() }, text);
}
