// What is new since the last visit: the moments of the visits are kept in this browser, nowhere
// else, and the link asks the server for what came since the one before. A page that is fetched
// ahead, or opened where nobody sees it, is no visit until it is seen.
const KEY = "onrecord-visits";
const GAP = 30 * 60 * 1000; // a visit ends after half an hour without a page

function kept() {
  return JSON.parse(localStorage.getItem(KEY) ?? "{}");
}

// The moment at which the visit before this one ended, and the note that this one goes on.
function visit(record, now) {
  const all = kept();
  const was = all[record] ?? { last: now, before: null };
  if (now - was.last > GAP) was.before = was.last;
  was.last = now;
  all[record] = was;
  localStorage.setItem(KEY, JSON.stringify(all));
  return was.before;
}

function seen() {
  let before;
  try {
    before = visit(document.body.dataset.record, Date.now());
  } catch {
    return; // no storage: nothing is known of earlier visits
  }
  const link = document.getElementById("since-last");
  if (!link || !before) return;
  const since = new Date(before).toISOString().replace(/\.\d+Z$/, "Z");
  link.href = `/?since=${encodeURIComponent(since)}#new`;
  link.hidden = false;
}

export function visits() {
  if (document.visibilityState === "visible") seen();
  else document.addEventListener("visibilitychange", seen, { once: true });
}
