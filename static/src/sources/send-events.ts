import type { Conversion } from "#formats/convert-events";
import type { BadLine } from "#formats/event-batch";
import { ask, refusalOf } from "../bridge";
import type { EventReader } from "./event-reader";
import { piecesOf } from "#formats/pieces";

export interface Sent {
  readonly taken: number;
  /** Why it ended before the end of the file; null where it did not. */
  readonly stopped: string | null;
  readonly bad: readonly BadLine[];
}

export interface Sending {
  readonly plan: string;
  readonly file: Blob;
  readonly conversion: Conversion;
  readonly reader: EventReader;
  readonly signal: AbortSignal;
  readonly onProgress: (taken: number) => void;
}

/** Parcel by parcel; what went is not counted twice when the same file is sent again. */
export async function sendEvents({ plan, file, conversion, reader, signal, onProgress }: Sending): Promise<Sent> {
  const upload = crypto.randomUUID();
  let [taken, number] = [0, 0];
  for await (const { text, firstLine } of piecesOf(file)) {
    const { parcels } = await reader.convert({ text, firstLine, conversion });
    for (const { csv, lines } of parcels) {
      if (signal.aborted) return { taken, stopped: "Cancelled.", bad: [] };
      try {
        const piece = number;
        const answer = await patiently(
          () => ask("uploadEvents", { plan, upload, piece, text: csv, firstLine: 1 }),
          signal,
        );
        if (answer.bad.length > 0) return { taken, ...refused(answer.bad, lines) };
        taken += answer.taken;
        number += 1;
        onProgress(taken);
      } catch (error) {
        if (signal.aborted) return { taken, stopped: "Cancelled.", bad: [] };
        const { message, mend } = refusalOf(error);
        return { taken, stopped: `${message} ${mend}`, bad: [] };
      }
    }
  }
  return { taken, stopped: null, bad: [] };
}

/** The app counts lines of the parcel, whose first is the heading; the person reads those of the file. */
function refused(bad: readonly BadLine[], lines: readonly number[]): Pick<Sent, "stopped" | "bad"> {
  return {
    stopped: "The app refused some lines.",
    bad: bad.map(({ line, reason }) => ({ line: lines[line - 2] ?? line, reason })),
  };
}

const mostTries = 30;
const pauseMs = 2_000;

/** A full queue empties by itself; everything else is for the person. */
async function patiently<T>(send: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      if (refusalOf(error).code !== "busy" || tries === mostTries || signal.aborted) throw error;
      await new Promise((resolve) => {
        window.setTimeout(resolve, pauseMs);
      });
    }
  }
}
