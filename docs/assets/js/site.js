/** What every page does: the menu and search buttons, the search, and the round's state on the reader's own day. */

import { connectButtons } from "./buttons.js";
import { showRoundState } from "./round-state.js";
import { connectSearch } from "./search/box.js";

connectButtons();
connectSearch();
showRoundState(new Date());
// Only who has kept the site on the device has a worker.
if (navigator.serviceWorker?.controller) import("./offline/visit.js").then(({ renewOnVisit }) => renewOnVisit());
