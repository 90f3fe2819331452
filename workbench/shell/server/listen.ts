import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Pair {
  readonly host: Server;
  readonly frames: Server;
  readonly port: number;
  readonly framePort: number;
}

const tries = 20;

/** Binds two neighbouring ports on this machine alone, from `port` on; 0 takes any two that are free. */
export async function listenPair(port: number): Promise<Pair> {
  for (let at = port; at <= port + 2 * tries; at += 2) {
    const host = await listen(at);
    if (host === null) continue;
    const frames = await listen(port === 0 ? 0 : at + 1);
    if (frames !== null) return { host, frames, port: portOf(host), framePort: portOf(frames) };
    host.close();
  }
  throw new Error(`No two free ports from ${port} on. Say another one with --port.`);
}

function listen(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
