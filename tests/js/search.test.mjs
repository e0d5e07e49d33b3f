// What the search finds on a small site, in which order, and that no query is too much for it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { makeLibrary } from "../../web/search/library.js";
import { search } from "../../web/search/ranking.js";
import { commonPrefix, editDistance, fold, wordsOf } from "../../web/search/tokens.js";

const DOCS = [
  { location: "buying/", title: "Hankinnat", text: "Työllistäminen ja hankinta kulkevat yhdessä." },
  { location: "buying/#work", title: "Työllistämisehto", text: "Ehto kirjataan sopimukseen." },
  { location: "people/", title: "Ihmiset", text: "Hankinta tehdään ihmisille. Riskianalyysi auttaa." },
  { location: "risks/", title: "Riskit", text: "Analyysi kertoo riskeistä.", description: "Mitä voi sattua" },
  { location: "words/", title: "Sanasto", text: "Hankinta. Työ. Riski. Analyysi.", boost: 0.3 },
];
const FORMS = {
  hankinnat: "hankinta", hankinta: "hankinta", riskeistä: "riski", riskit: "riski", riski: "riski", analyysi: "analyysi",
  riskianalyysi: "riskianalyysi/riski analyysi", työllistämisehto: "työllistämisehto/työllistäminen ehto", työllistäminen: "työllistäminen",
  urakka: "hankinta", // what readers say instead
};
const LIBRARY = makeLibrary({ docs: DOCS, forms: FORMS });
const pages = (query, library = LIBRARY) => search(library, query).map(({ sections }) => sections[0].location.split("#")[0]);

test("a word in the title stands before the same word in the text, a helping page behind", () => {
  const found = pages("hankinta");

  assert.equal(found[0], "buying/");
  assert.ok(found.indexOf("people/") < found.indexOf("words/"));
});

test("each form of a word, and what readers say instead, finds the same pages", () => {
  for (const query of ["hankinnat", "HANKINTA", "urakka", "hankin"]) assert.equal(pages(query)[0], "buying/", query);
});

test("dots may be left out, but with them the word itself stands first", () => {
  assert.deepEqual(pages("tyollistamisehto"), pages("työllistämisehto"));
  assert.deepEqual(pages("työ")[0], pages("tyo")[0]);
});

test("letters that come in pieces, as some devices type them, are whole ones", () => {
  assert.deepEqual(pages("työllistämisehto".normalize("NFD")), pages("työllistämisehto"));
});

test("a section that answers is named under its page", () => {
  const [hit] = search(LIBRARY, "työllistämisehto");

  assert.equal(hit.sections[0].location, "buying/#work");
});

test("a wrong letter, a missing or a swapped one is forgiven", () => {
  for (const query of ["työllistämisehti", "työllstämisehto", "työllistämsiehto"]) assert.equal(pages(query)[0], "buying/", query);
});

test("a compound that no page has finds the pages of its parts", () => {
  const found = pages("riskiehto");

  assert.ok(found.includes("buying/") && found.includes("risks/"), found);
});

test("a page that says a compound stands before one whose title says a part of it", () => {
  assert.equal(pages("riskianalyysi")[0], "people/");
});

test("nothing is found for what has nothing to do with the site, or for nothing", () => {
  assert.deepEqual(pages("xylofoni"), []);
  assert.deepEqual(pages("  ?! "), []);
});

test("a page that answers all words stands before those that answer one", () => {
  assert.equal(pages("riski hankinta")[0] === "buying/", false);
  assert.ok(["people/", "words/"].includes(pages("riski hankinta")[0]));
});

test("of what is pasted only the first eight words and their first forty letters are asked", () => {
  const eight = Array.from({ length: 8 }, (_, n) => `sana${n}`).join(" ");

  assert.deepEqual(pages(`${eight} hankinta`), pages(eight));
  assert.deepEqual(pages("x".repeat(40)), pages("x".repeat(100_000)));
});

test("a query of any length is answered at once: its work has a bound", () => {
  const many = Array.from({ length: 3_000 }, (_, n) => `s${n}`).join(" ");
  const big = makeLibrary({ docs: [{ location: "a/", title: "A", text: many }] });
  let looked = 0;
  const { get } = Map.prototype;
  Map.prototype.get = function (key) {
    looked++;
    return get.call(this, key);
  };
  try {
    pages("s12345678901234567890x".repeat(5_000), big);
  } finally {
    Map.prototype.get = get;
  }
  assert.ok(looked < 1_000, `${looked} words were looked up`);
});

test("the distance of two words counts letters added, dropped, changed or swapped", () => {
  for (const [one, other, far] of [["", "abc", 3], ["abc", "abc", 0], ["abc", "acb", 1], ["abc", "abd", 1], ["kissa", "kisa", 1], ["ab", "xy", 2]]) {
    assert.equal(editDistance(one, other), far);
    assert.equal(editDistance(other, one), far);
  }
});

test("a bound on the distance changes nothing below it", () => {
  const letters = ["", "a", "ab", "ba", "abc", "acb", "cab", "abcd", "badc", "xxxx", "aabb", "abab"];
  for (const one of letters) for (const other of letters) for (const most of [0, 1, 2]) {
    const far = editDistance(one, other);
    const bounded = editDistance(one, other, most);
    assert.ok(far <= most ? bounded === far : bounded > most, `${one} ${other} ${most}`);
  }
});

test("words are compared in small letters, hyphenated ones whole and in parts", () => {
  assert.deepEqual(wordsOf("EU-Hanke, 29 §").map(({ text }) => text), ["euhanke", "eu", "hanke", "29"]);
  assert.equal(fold("Määräaika"), "maaraaika");
  assert.equal(fold("Ma\u0308a\u0308ra\u0308"), "maara");
  assert.equal(commonPrefix("hankinta", "hankkia"), 4);
});
