#!/usr/bin/env node
// build.mjs OUT TARGET=PROGRAM...: npm packages in OUT, one a platform and the one that people install.
// TARGET is a Rust target triple, PROGRAM the program built for it. The version is Cargo.toml's.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const [out, ...builds] = process.argv.slice(2);
const platforms = JSON.parse(readFileSync(join(here, "platforms.json"), "utf8"));
const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
const version = /^version = "(.+)"$/m.exec(cargo)[1];
const shared = {
  version,
  description: /^description = "(.+)"$/m.exec(cargo)[1],
  // The fonts in the program are under the SIL Open Font License.
  license: "(MIT OR Apache-2.0) AND OFL-1.1",
  // npm adds a file LICENSE by itself, but none with another ending.
  files: ["bin", "LICENSE-*"],
};

function write(folder, manifest, files) {
  mkdirSync(join(folder, "bin"), { recursive: true });
  for (const [from, to] of files) copyFileSync(from, join(folder, to));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-OFL"]) copyFileSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, ...shared }, null, 2) + "\n");
}

if (!out || builds.length === 0) {
  console.error("build.mjs OUT TARGET=PROGRAM...");
  process.exit(2);
}
const built = builds.map((build) => {
  const [target, program] = build.split("=");
  const platform = platforms.find((platform) => platform.target === target);
  if (!platform) throw new Error(`platforms.json has no ${target}`);
  const name = platform.os === "win32" ? "afterword.exe" : "afterword";
  const folder = join(out, platform.name.replace("/", "-").replace("@", ""));
  write(
    folder,
    { name: platform.name, os: [platform.os], cpu: [platform.cpu] },
    [[program, `bin/${name}`]],
  );
  chmodSync(join(folder, "bin", name), 0o755);
  return platform;
});
const dependencies = Object.fromEntries(built.map((platform) => [platform.name, version]));
write(
  join(out, "afterword"),
  {
    name: "afterword",
    keywords: ["rss", "atom", "jsonfeed", "validator", "pre-commit"],
    bin: { afterword: "bin/afterword.js" },
    engines: { node: ">=18" },
    optionalDependencies: dependencies,
  },
  [
    [join(here, "afterword.js"), "bin/afterword.js"],
    [join(here, "platforms.json"), "bin/platforms.json"],
    [join(root, "packaging/python/README.md"), "README.md"],
  ],
);
console.log(`${built.length + 1} packages of version ${version} in ${out}`);
