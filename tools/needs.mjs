// What the tests need beyond Node and npm: a browser and a MySQL-protocol server. Installed where the machine allows, else named.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const needs = [
  {
    what: "a Chromium browser",
    found: [process.env.UPTAKE_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    debian: "chromium",
  },
  {
    what: "a MariaDB server",
    found: [
      process.env.UPTAKE_MARIADBD,
      "/usr/sbin/mariadbd",
      "/usr/bin/mariadbd",
      "/usr/local/bin/mariadbd",
      "/opt/homebrew/bin/mariadbd",
    ],
    debian: "mariadb-server",
  },
];

const isHere = ({ found }) => found.some((path) => path !== undefined && path !== "" && existsSync(path));

/** True when everything is there; otherwise says in one line what to run. */
export function meetNeeds() {
  const missing = needs.filter((need) => !isHere(need));
  if (missing.length === 0) return true;
  const packages = missing.map(({ debian }) => debian).join(" ");
  if (mayInstall()) {
    console.error(`Installing ${packages} …`);
    const quiet = {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages.split(" ")], quiet);
  }
  const still = needs.filter((need) => !isHere(need));
  if (still.length === 0) return true;
  const wanted = still.map(({ what }) => what).join(" and ");
  console.error(`The tests need ${wanted}. Run: sudo apt-get install ${still.map(({ debian }) => debian).join(" ")}`);
  return false;
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}
