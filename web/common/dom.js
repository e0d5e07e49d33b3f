/** Finding and making elements. Whatever comes from an answer or a file is set as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement} what the template must have drawn
 */
export function find(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
export function findInput(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLInputElement)) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * Act when the button of that name is pressed.
 * @param {ParentNode} root
 * @param {string} action
 * @param {() => void} act
 */
export function onPress(root, action, act) {
  find(root, `[data-action="${action}"]`).addEventListener("click", act);
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {(Node | string)[]} children
 */
export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * @param {string} label
 * @param {() => void} act
 */
export function button(label, act) {
  const made = element("button", { type: "button", class: "button button--quiet" }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {Node[]} children
 */
export function svg(tag, attributes, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * @template {Element} T
 * @param {T} node
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}
