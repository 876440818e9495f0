// Runs the tests of the page's pure parts: node run-tests.mjs
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const outdir = mkdtempSync(join(tmpdir(), "swarm-page-"));
const tests = readdirSync("tests").filter((file) => file.endsWith(".test.mjs"));
try {
  await build({
    entryPoints: tests.map((file) => join("tests", file)), bundle: true, format: "esm", platform: "node", outdir, outExtension: { ".js": ".mjs" }, logLevel: "warning",
  });
  const run = spawnSync(process.execPath, ["--test", ...tests.map((file) => join(outdir, file))], { stdio: "inherit" });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
