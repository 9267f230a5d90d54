// The keyboard: j and k go through the items of a page, Enter opens, o shows the words in their
// report, c corrects, / searches, ? tells the keys.
const ITEMS = ".note[data-item], .row[data-item], tr[data-item]";
let here = -1;

function shown() {
  return [...document.querySelectorAll(ITEMS)].filter((item) => item.querySelector("a.go"));
}

function go(step) {
  const items = shown();
  if (!items.length) return;
  const focused = items.findIndex((item) => item.contains(document.activeElement));
  if (focused >= 0) here = focused;
  here = Math.max(0, Math.min(items.length - 1, here + step));
  for (const item of items) item.classList.toggle("here", item === items[here]);
  const link = items[here].querySelector("a.go");
  link.focus({ preventScroll: true });
  items[here].scrollIntoView({ block: "center" });
}

function current() {
  return document.activeElement?.closest("[data-item]") ?? document.querySelector("article.item");
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
    if (!act) return;
    event.preventDefault();
    act();
  });
  if (new URLSearchParams(location.search).has("correct")) correct();
}
