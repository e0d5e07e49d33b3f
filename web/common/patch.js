/**
 * Makes what stands on the page say what has been drawn anew, and leaves alone what says it already: the reader's
 * place, selection and scrolling in it stay, and the browser has less to lay out.
 */

/**
 * @param {Node} place
 * @param {Node} drawn what the place is to hold; used up
 */
export function patch(place, drawn) {
  const before = [...place.childNodes], after = [...drawn.childNodes];
  after.forEach((node, n) => {
    const old = before[n];
    if (!old) place.appendChild(node);
    else if (old.isEqualNode(node)) return;
    else if (isAlike(old, node)) patch(old, node);
    else place.replaceChild(node, old);
  });
  for (const old of before.slice(after.length)) place.removeChild(old);
}

/** @param {Node} one @param {Node} other @returns {boolean} whether two elements differ in their contents alone */
function isAlike(one, other) {
  return one instanceof Element && one.cloneNode().isEqualNode(other.cloneNode());
}
