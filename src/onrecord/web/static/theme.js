// Before the first paint: the theme that the reader chose, if any.
try {
  const chosen = localStorage.getItem("onrecord-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch {
  // no storage: the system's theme holds
}
