// Bundles the page's scripts and styles into the Python package; shapes of the world are copied beside them.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "src", "vitascope", "web", "static", "bundle");
const shapes = ["land-110m.json", "land-50m.json"];

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: ["src/page.ts", "src/network.ts", "src/map.ts", "src/judging.ts", "styles/page.css"],
  entryNames: "[name]",
  outdir: target,
  bundle: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
});
const find = createRequire(import.meta.url);
for (const name of shapes) copyFileSync(find.resolve(`world-atlas/${name}`), join(target, name));
