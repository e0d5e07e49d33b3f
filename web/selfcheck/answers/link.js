/**
 * Answers in an address: `#answers=` and then "z" with deflated or "j" with plain JSON, as base64url. A
 * browser does not send this part of an address to the server.
 */

import { LARGEST } from "./answer-files.js";

/** @typedef {import("../types.js").Sheet} Sheet */

const START = "#answers=";
/** What programs on a link's way make of its start, and of signs around it: mail clients, chats, trackers. */
const MANGLED = /^#(?:#|%23)*answers(?:=|%3D)([\s\S]*)$/i;
/** How a link begins that carries something, whatever follows it. */
const CARRIED = /^([zj])((?:[\w-]|%0A|%0D|%20|\s)+)/i;
const LONGEST = 200_000; // characters; a full sheet without evidence is about a thousand

/** Why a link cannot be opened; the words are under `link.<reason>`. */
export class LinkError extends Error {
  /** @param {"broken" | "large" | "old"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {string} hash an address's fragment */
export function hasAnswers(hash) {
  return MANGLED.test(hash);
}

/**
 * @param {Sheet} sheet
 * @returns {Promise<string>} the fragment that carries it, without the evidence
 */
export async function pack(sheet) {
  const text = JSON.stringify({ ...sheet, evidence: {} });
  // Spaces that nobody sees, until the link ends in a sign that programs do not cut off a text's last word.
  for (let spaces = ""; ; spaces += " ") {
    const fragment = await packText(text + spaces);
    if (/[A-Za-z0-9]$/.test(fragment)) return fragment;
  }
}

/** @param {string} text */
async function packText(text) {
  const bytes = new TextEncoder().encode(text);
  if (!("CompressionStream" in globalThis)) return `${START}j${toBase64(bytes)}`;
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `${START}z${toBase64(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/**
 * @param {string} hash a fragment that has answers
 * @returns {Promise<string>} the text that it carries, for Python to read; rejects with a LinkError
 */
export async function unpack(hash) {
  if (hash.length > LONGEST) throw new LinkError("large");
  const [, kind = "", carried = ""] = CARRIED.exec(MANGLED.exec(hash)?.[1] ?? "") ?? [];
  const bytes = fromBase64(carried.replace(/%0A|%0D|%20|\s/gi, ""));
  if (!bytes.length) throw new LinkError("broken");
  return decode(kind.toLowerCase() === "z" ? await inflate(bytes) : bytes);
}

/**
 * Inflate no more than an answer sheet can be: a small link can hold gigabytes of zeros.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function inflate(bytes) {
  if (!("DecompressionStream" in globalThis)) throw new LinkError("old");
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => { throw new LinkError("broken"); });
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(value);
    size += value.length;
    if (size > LARGEST) {
      reader.cancel().catch(() => {});
      throw new LinkError("large");
    }
  }
}

/** @param {Uint8Array} bytes */
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new LinkError("broken");
  }
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @param {string} text */
function fromBase64(text) {
  try {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  } catch {
    throw new LinkError("broken");
  }
}
