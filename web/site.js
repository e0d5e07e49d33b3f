/**
 * What every page does: the menu and search buttons, the search, the place on the page, and the round's state on the
 * reader's own day. The theme shows what needs scripts once the page is said to have them.
 */

import { connectButtons } from "./every-page/buttons.js";
import { keepSection } from "./every-page/language-links.js";
import { followMangledLink } from "./every-page/mangled-link.js";
import { followReading } from "./every-page/reading-place.js";
import { showRoundState } from "./every-page/round-state.js";
import { connectSearch } from "./search/box.js";

document.documentElement.classList.remove("no-js");
followMangledLink();
connectButtons();
keepSection();
followReading();
connectSearch();
showRoundState(new Date());
// Only who has kept the site on the device has a worker.
if (navigator.serviceWorker?.controller) import("./offline/visit.js").then(({ onVisit }) => onVisit());
