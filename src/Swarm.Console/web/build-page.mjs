// Installs the page's packages and bundles it: node build-page.mjs OUTPUT_FOLDER. Called by the .NET build (build.targets).
// Exit code 3: the packages could not be installed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const output = process.argv[2];
const lock = join(output, "npm.lock");
const installed = join("node_modules", ".package-lock.json");
mkdirSync(output, { recursive: true });

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

// The file holds the process id of the one that is at work; one left by a process that died is taken over.
const take = async () => {
  for (;;) {
    try {
      const file = openSync(lock, "wx");
      writeFileSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
    const abandoned = holder > 0 && !alive(holder);
    if (abandoned) rmSync(lock, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const npm = (...args) => {
  const run = spawnSync("npm", args, { encoding: "utf8", shell: process.platform === "win32" });
  if (run.error || run.status !== 0) process.stderr.write(`npm ${args.join(" ")}\n${run.error ?? ""}${run.stdout ?? ""}${run.stderr ?? ""}`);
  return !run.error && run.status === 0;
};

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

await take();
try {
  const fresh = modified(installed) > Math.max(modified("package-lock.json"), modified("package.json"));
  // No package of the page needs to run a script of its own at installation.
  if (!fresh && !npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")) process.exitCode = 3;
  else if (!npm("run", "build", "--", `--outdir=${output}`)) process.exitCode = 1;
  else writeFileSync(join(output, "built.stamp"), "");
} finally {
  rmSync(lock, { force: true });
}
