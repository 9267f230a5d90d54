// The switch between light and dark; the system's own until it is used.
export function theme() {
  const button = document.getElementById("theme");
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const label = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("onrecord-theme", root.dataset.theme);
    } catch {
      // no storage: it holds for this page
    }
    label();
  });
  system.addEventListener("change", label);
  label();
  button.hidden = false;
}
