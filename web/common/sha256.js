/** SHA-256. */

/**
 * Browsers calculate it on secure addresses only.
 * @param {ArrayBuffer} content
 * @returns {Promise<string>} in hexadecimal
 */
export async function sha256(content) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
