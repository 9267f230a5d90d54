// The keyboard: j and k go through the items of a page, Enter opens, o shows the words in their
// report, c corrects, / searches, ? tells the keys. What a page offers besides has its key in
// aria-keyshortcuts, of the item at hand or of the page.
const DOUBTS = ".doubt";
const ITEMS = ".note[data-item], .row[data-item], tr[data-item]";
let here = -1;

function shown() {
  const doubts = [...document.querySelectorAll(DOUBTS)];
  if (doubts.length) return doubts;
  return [...document.querySelectorAll(ITEMS)].filter((item) => item.querySelector("a.go"));
}

function target(item) {
  return item.querySelector(item.matches(DOUBTS) ? "form button" : "a.go");
}

function go(step) {
  const items = shown();
  if (!items.length) return;
  const focused = items.findIndex((item) => item.contains(document.activeElement));
  if (focused >= 0) here = focused;
  here = Math.max(0, Math.min(items.length - 1, here + step));
  for (const item of items) item.classList.toggle("here", item === items[here]);
  target(items[here]).focus({ preventScroll: true });
  items[here].scrollIntoView({ block: items[here].matches(DOUBTS) ? "start" : "center" });
}

function current() {
  const at = document.activeElement;
  return at?.closest(DOUBTS) ?? at?.closest("[data-item]")
    ?? document.querySelector(`article.item, ${DOUBTS}`);
}

function offered(key) {
  const at = `[aria-keyshortcuts="${CSS.escape(key)}"]`;
  return current()?.querySelector(at) ?? document.querySelector(`.lately ${at}`);
}

function correct() {
  const form = document.getElementById("correct");
  const item = current();
  if (form && (!item || item.matches("article.item"))) {
    form.open = true;
    form.querySelector("select, input:not([type=hidden])").focus();
  } else if (item) {
    location.assign(`/items/${encodeURIComponent(item.dataset.item)}?correct=1`);
  }
}

const DO = {
  j: () => go(1),
  k: () => go(-1),
  o: () => { const at = current()?.dataset.words; if (at) location.assign(at); },
  c: correct,
  "/": () => document.getElementById("q").focus(),
  "?": () => document.getElementById("key-list").showModal(),
};

export function keys() {
  const button = document.getElementById("keys");
  button.hidden = false;
  button.addEventListener("click", DO["?"]);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, dialog[open]")) return;
    const act = DO[event.key];
    const button = act ? null : offered(event.key);
    if (!act && !button) return;
    event.preventDefault();
    if (act) act();
    else button.click();
  });
  // after a decision the next item is where the one before was
  const doubts = document.querySelectorAll(DOUBTS);
  if (doubts.length && /^#d\d+$/.test(location.hash)) {
    here = Math.min(Number(location.hash.slice(2)), doubts.length) - 2;
    go(1);
  }
  if (new URLSearchParams(location.search).has("correct")) correct();
}
