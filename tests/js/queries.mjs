// Answers queries as the search box does: node queries.mjs INDEX, with a JSON list of queries on standard input.
// Prints a JSON object of the first three pages by query.
import { readFileSync } from "node:fs";

import { makeLibrary } from "../../web/search/library.js";
import { search } from "../../web/search/ranking.js";

const library = makeLibrary(JSON.parse(readFileSync(process.argv[2], "utf8")));
const queries = JSON.parse(readFileSync(0, "utf8"));
const firstThree = (query) => search(library, query).slice(0, 3).map(({ page }) => page.sections[0].location.split("#")[0]);
console.log(JSON.stringify(Object.fromEntries(queries.map((query) => [query, firstThree(query)]))));
