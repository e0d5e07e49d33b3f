/** The days between which the next steps of a report are dated. */

import { dayInFinland } from "../../common/finland.js";

/**
 * @param {HTMLElement} root carries the closing day of a round that was ahead when the site was built
 * @param {Date} [now]
 * @returns {{ today?: string, until?: string }} nothing once that day has passed
 */
export function days(root, now = new Date()) {
  const { until } = root.dataset;
  const today = dayInFinland(now);
  return until && today <= until ? { today, until } : {};
}
