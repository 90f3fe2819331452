import { readEventBatch } from "#formats/event-batch";
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { refuse } from "./refuse";

/** Well below the 4 MB the door takes. */
const mostBytes = 2_000_000;
const mostTries = 6;

export interface Pushed {
  readonly accepted: number;
  readonly batches: readonly string[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** `events push FILE --url URL`: checks every line here, where its number can be said, then sends signed batches. */
export async function pushEvents(file: string, url: string, secret: string): Promise<Pushed> {
  const { events, bad } = readEventBatch(await readFile(file, "utf8"));
  if (bad.length > 0) return { accepted: 0, batches: [], refused: bad };
  const batches: string[] = [];
  for (const body of bodiesOf(events.map(({ event }) => JSON.stringify(event)))) {
    batches.push(await send(body, url, secret));
    process.stderr.write(`sent ${batches.length} batches\r`);
  }
  return { accepted: events.length, batches, refused: [] };
}

function* bodiesOf(lines: readonly string[]): Generator<string> {
  let body = "";
  for (const line of lines) {
    if (body !== "" && body.length + line.length > mostBytes) {
      yield body;
      body = "";
    }
    body += `${line}\n`;
  }
  if (body !== "") yield body;
}

/** Each try signs a new time: the door takes a signature once. Sending events again is harmless, because facts merge. */
async function send(body: string, url: string, secret: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
    const headers = { "X-Uptake-Timestamp": timestamp, "X-Uptake-Signature": `v1=${signature}` };
    const response = await fetch(url, { method: "POST", headers, body });
    if (response.status === 202) return signature.slice(0, 32);
    const said = await response.text();
    if (response.status !== 429 || tries === mostTries) {
      throw refuse(
        `The door answered ${response.status}: ${said}`,
        mends[response.status] ?? "Send the file again later.",
      );
    }
    await new Promise((resolve) => setTimeout(resolve, Number(response.headers.get("retry-after") ?? 60) * 1000));
  }
}

const mends: Readonly<Record<number, string>> = {
  401: "Check UPTAKE_SECRET, the address with its ?source=, and this machine's clock.",
  422: "See the lines under Settings, Sources: most often the plan is another one than the source's.",
};
