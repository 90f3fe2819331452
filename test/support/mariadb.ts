import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { createConnection } from "mysql2/promise";

export interface Mariadb {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The shell outlives us by a moment: when our end of its input closes, however we died, it stops the server and clears up. */
const keeper = 'folder=$1; shift; "$@" & cat > /dev/null; kill $!; wait $!; rm -rf "$folder"';

/** A private server on a free loopback port, with TiDB's own collation; or the one that `UPTAKE_SQL_URL` names. */
export async function startMariadb(): Promise<Mariadb> {
  const given = process.env["UPTAKE_SQL_URL"];
  if (given !== undefined && given !== "") return { url: given, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), "mariadb-"));
  const { username } = userInfo();
  const server = findServer();
  const [datadir, socket, port] = [join(folder, "data"), join(folder, "socket"), await freePort()];
  const own = [`--datadir=${datadir}`, `--user=${username}`];
  const quiet = { stdio: "ignore" } as const;
  execFileSync(
    findInstaller(server),
    ["--no-defaults", ...own, "--skip-test-db", "--auth-root-authentication-method=normal"],
    quiet,
  );
  const settings = [
    `--socket=${socket}`,
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    "--innodb-flush-log-at-trx-commit=0",
  ];
  const collation = ["--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin"];
  const command = [server, "--no-defaults", ...own, ...settings, ...collation];
  const shell = spawn("/bin/sh", ["-c", keeper, "sh", folder, ...command], { stdio: ["pipe", "ignore", "ignore"] });
  shell.unref();
  const address = { host: "127.0.0.1", port, user: "root" };
  await createDatabase(address);
  return {
    url: `mysql://root@127.0.0.1:${port}/uptake`,
    async stop() {
      shell.stdin.end();
      await new Promise((resolve) => shell.once("exit", resolve));
    },
  };
}

function findServer(): string {
  const places = [
    process.env["UPTAKE_MARIADBD"],
    "/usr/sbin/mariadbd",
    "/usr/bin/mariadbd",
    "/usr/local/bin/mariadbd",
    "/opt/homebrew/bin/mariadbd",
  ];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) throw new Error("This test needs MariaDB. On Debian: apt-get install mariadb-server.");
  return found;
}

function findInstaller(server: string): string {
  const folders = [dirname(server), join(dirname(server), "../bin"), join(dirname(server), "../scripts")];
  const folder = folders.find((each) => existsSync(each) && readdirSync(each).includes("mariadb-install-db"));
  if (folder === undefined) throw new Error(`No mariadb-install-db near ${server}.`);
  return join(folder, "mariadb-install-db");
}

async function createDatabase(address: { host: string; port: number; user: string }): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const connection = await createConnection(address);
      await connection.query("CREATE DATABASE uptake");
      await connection.end();
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port.")),
      );
    });
  });
}
