import type { UploadView } from "#contract/sources";
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
  readonly onProgress: (taken: number, waitSeconds: number) => void;
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
        const send = () => ask("uploadEvents", { plan, upload, piece, text: csv, firstLine: 1 });
        const answer = await patiently(send, { signal, onWait: (seconds) => onProgress(taken, seconds) });
        if (signal.aborted) return { taken: taken + answer.taken, stopped: "Cancelled.", bad: [] };
        if (answer.bad.length > 0) return { taken, ...refused(answer.bad, lines) };
        taken += answer.taken;
        number += 1;
        onProgress(taken, 0);
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

interface Waiting {
  readonly signal: AbortSignal;
  readonly onWait: (seconds: number) => void;
}

/** A full queue empties by itself, as fast as the app says; whoever does not want to wait cancels. */
async function patiently(send: () => Promise<UploadView>, { signal, onWait }: Waiting): Promise<UploadView> {
  for (;;) {
    const answer = await send();
    if (answer.waitSeconds === 0 || signal.aborted) return answer;
    onWait(answer.waitSeconds);
    await pause(answer.waitSeconds * 1000, signal);
    if (signal.aborted) return answer;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      window.clearTimeout(timer);
      resolve();
    });
  });
}
