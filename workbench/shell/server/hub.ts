import type { ServerResponse } from "node:http";

/** The streams of events to open pages. */
export interface Hub {
  readonly join: (response: ServerResponse) => void;
  readonly tell: (event: Readonly<Record<string, unknown>>) => void;
  readonly close: () => void;
}

const beatMs = 15_000;

export function createHub(): Hub {
  const open = new Set<ServerResponse>();
  const write = (line: string) => open.forEach((response) => response.write(line));
  const beat = setInterval(() => write(": still here\n\n"), beatMs);
  beat.unref();
  return {
    join(response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": open\n\n");
      open.add(response);
      response.on("close", () => open.delete(response));
    },
    tell: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    close() {
      clearInterval(beat);
      open.forEach((response) => response.end());
    },
  };
}
