#!/usr/bin/env node
// Finds the program of this platform's package and becomes it.
"use strict";
const { spawnSync } = require("node:child_process");
const platforms = require("./platforms.json");

const platform = platforms.find(({ os, cpu }) => os === process.platform && cpu === process.arch);
let program;
try {
  const name = process.platform === "win32" ? "afterword.exe" : "afterword";
  program = require.resolve(`${platform.name}/bin/${name}`);
} catch {
  console.error(
    platform
      ? `afterword: ${platform.name} is not installed; install again without --omit=optional`
      : `afterword: there is no package for ${process.platform} on ${process.arch}`,
  );
  process.exit(2);
}
const done = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (done.error) console.error(`afterword: ${done.error.message}`);
// A program that a signal ended is ended by the same signal here.
if (done.signal) process.kill(process.pid, done.signal);
process.exit(done.status ?? 2);
