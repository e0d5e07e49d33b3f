/** Where the site and its scripts begin, under whatever name and in whatever bundle a script lies. */

/** The folder that `assets/` lies in. @type {URL} ends with a slash */
export const ROOT = new URL(import.meta.url.slice(0, import.meta.url.lastIndexOf("/assets/") + 1));

/** The folder of the scripts. @type {URL} ends with a slash */
export const SCRIPTS = new URL(import.meta.url.slice(0, import.meta.url.lastIndexOf("/js/") + 4));
