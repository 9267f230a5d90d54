// In a report: the words of an item are lit while its note is pointed at or holds the focus,
// and a click on words goes to the note of the innermost item that they belong to.
const NOTE = ".note[data-of]";

function pieces(item) {
  return document.querySelectorAll(`.m[data-in~="${CSS.escape(item)}"]`);
}

export function light(item) {
  for (const piece of document.querySelectorAll(".m.lit")) piece.classList.remove("lit");
  if (item) for (const piece of pieces(item)) piece.classList.add("lit");
}

export function lighting() {
  for (const note of document.querySelectorAll(NOTE)) {
    const on = () => light(note.dataset.of);
    note.addEventListener("mouseenter", on);
    note.addEventListener("mouseleave", () => light(null));
    note.addEventListener("focusin", on);
  }
  document.querySelector(".text")?.addEventListener("click", (event) => {
    const piece = event.target.closest(".m[data-in]");
    if (!piece || String(getSelection())) return;
    const notes = piece.dataset.in.split(" ")
      .map((item) => document.querySelector(`${NOTE}[data-of="${CSS.escape(item)}"]`))
      .filter(Boolean)
      .sort((a, b) => pieces(a.dataset.of).length - pieces(b.dataset.of).length);
    notes[0]?.querySelector("a.go").focus();
  });
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked) light(asked);
}
