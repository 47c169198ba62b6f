// What each person has looked at, for the dots. Kept while this tab is open.

const KEY = "ecr-bot-seen";
const times = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");

/** What was there before the page was opened counts as seen. */
export function begin(now) {
  if (times.start) return;
  times.start = (now / 1000).toFixed(6);
  sessionStorage.setItem(KEY, JSON.stringify(times));
}

export const seenUntil = (what) => times[what] ?? times.start ?? "0";

export function see(what, time) {
  if (seenUntil(what) < time) {
    times[what] = time;
    sessionStorage.setItem(KEY, JSON.stringify(times));
  }
}
