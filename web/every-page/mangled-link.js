/**
 * Programs on a link's way make `%23` of its `#`: it then leads to a page that is not there. From that page this leads
 * on to the one that was meant.
 */

const START = /%23answers(?:=|%3D)/i;

/** Follow the link as it was made, if this page came of a mangled one. */
export function followMangledLink() {
  const meant = meantBy(location.pathname);
  if (meant) location.replace(meant);
}

/** @param {string} path @returns {string | undefined} the path and fragment that were meant */
export function meantBy(path) {
  const [page, carried] = path.split(START);
  return carried === undefined ? undefined : `${page}#answers=${carried}`;
}
