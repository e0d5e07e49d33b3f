// Bundles scripts: node bundle.mjs SOURCES INTO ENTRY…
// Entries keep their names below SOURCES; what several of them import goes into shared/. Prints esbuild's
// metafile, which tells what each file imports.
import { build } from "esbuild";

const [sources, into, ...entries] = process.argv.slice(2);
const { metafile } = await build({
  absWorkingDir: sources,
  entryPoints: entries,
  outbase: sources,
  outdir: into,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022", // as in web/tsconfig.json
  minify: true,
  chunkNames: "shared/[hash]",
  metafile: true,
});
console.log(JSON.stringify(metafile.outputs));
