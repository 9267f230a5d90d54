// What moves: keys through the items, the words of an item lit in its report, the theme.
import { keys } from "./keys.js";
import { lighting } from "./lighting.js";
import { theme } from "./theming.js";
import { visits } from "./visits.js";

theme();
lighting();
visits();
keys();

// On a narrow screen what narrows a list is folded away.
if (matchMedia("(max-width: 62rem)").matches) {
  for (const details of document.querySelectorAll("details.narrow")) details.open = false;
}

// Where the pages' names do not fit, that of this page is in sight.
const nav = document.querySelector(".top nav");
const name = nav.querySelector("[aria-current]");
if (name) nav.scrollLeft = name.offsetLeft - (nav.clientWidth - name.offsetWidth) / 2;
