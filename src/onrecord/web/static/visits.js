// What is new since the last visit: the moment of each visit to the case is kept in this browser,
// nowhere else, and the link asks the server for what came since the one before.
const KEY = "onrecord-visits";
const GAP = 30 * 60 * 1000; // a visit ends after half an hour without a page

export function visits() {
  const link = document.getElementById("since-last");
  if (!link) return;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return; // no storage: nothing is known of earlier visits
  }
  const record = link.dataset.record;
  const now = Date.now();
  const was = kept[record] ?? { last: now, before: null };
  if (now - was.last > GAP) was.before = was.last;
  was.last = now;
  kept[record] = was;
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    return;
  }
  if (!was.before) return;
  const since = new Date(was.before).toISOString().replace(/\.\d+Z$/, "Z");
  link.href = `/?since=${encodeURIComponent(since)}#new`;
  link.hidden = false;
}
