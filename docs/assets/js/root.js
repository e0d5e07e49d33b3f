/** Where the site begins: the folder that `assets/` lies in, under whatever name the scripts lie there. */

/** @type {URL} ends with a slash */
export const ROOT = new URL(import.meta.url.slice(0, import.meta.url.lastIndexOf("/assets/") + 1));
