/** What every page does: the menu and search buttons, and the round's state on the reader's own day. */

import { connectButtons } from "./buttons.js";
import { showRoundState } from "./round-state.js";

connectButtons();
showRoundState(new Date());
