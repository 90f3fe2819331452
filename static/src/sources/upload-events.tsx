import { useRef, useState } from "react";
import { ask, refusalOf } from "../bridge";
import { count, sayBytes } from "../parts/share";
import { piecesOf } from "./pieces";

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly share: number; readonly taken: number }
  | { readonly kind: "done"; readonly taken: number }
  | {
      readonly kind: "stopped";
      readonly taken: number;
      readonly bad: readonly { readonly line: number; readonly reason: string }[];
      readonly said: string;
    };

/** Events that no system sends by itself: a file, piece by piece, as signed sources send theirs. */
export function UploadEvents({ plan }: { readonly plan: string }) {
  const [state, setState] = useState<State>({ kind: "idle" });
  const cancelled = useRef(false);
  const start = async (file: File) => {
    cancelled.current = false;
    setState(await sendAll({ plan, file, isCancelled: () => cancelled.current, onProgress: setState }));
  };
  return (
    <section className="stack stack-tight" aria-live="polite">
      <h2>Upload events</h2>
      <p className="subtle">
        A file of usage events as NDJSON or CSV, with the columns a source sends: id, person, at, kind, process. The
        same file again changes nothing.
      </p>
      <label className="row">
        <span className="unseen">File of events</span>
        <input
          type="file"
          accept=".csv,.ndjson,.jsonl"
          disabled={state.kind === "sending"}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file !== undefined) void start(file);
          }}
        />
      </label>
      <Said state={state} onCancel={() => (cancelled.current = true)} />
    </section>
  );
}

function Said({ state, onCancel }: { readonly state: State; readonly onCancel: () => void }) {
  switch (state.kind) {
    case "idle":
      return null;
    case "sending":
      return (
        <div className="row">
          <progress max={1} value={state.share} aria-label="Upload" />
          <span>{count(state.taken, "event")} sent</span>
          <button type="button" className="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      );
    case "done":
      return <p>{count(state.taken, "event")} sent. They count as soon as they are merged, within a few minutes.</p>;
    case "stopped":
      return (
        <div className="note note-refused">
          <p className="note-mend">
            {state.said} {count(state.taken, "event")} before that were sent; send the mended file again, and they are
            not counted twice.
          </p>
          <ul className="bullets">
            {state.bad.slice(0, 20).map(({ line, reason }) => (
              <li key={line}>
                Line {line}: {reason}
              </li>
            ))}
          </ul>
        </div>
      );
  }
}

interface Sending {
  readonly plan: string;
  readonly file: File;
  readonly isCancelled: () => boolean;
  readonly onProgress: (state: State) => void;
}

const mostTries = 30;
const pauseMs = 2_000;

async function sendAll({ plan, file, isCancelled, onProgress }: Sending): Promise<State> {
  const upload = crypto.randomUUID();
  let [taken, piece] = [0, 0];
  for await (const { text, firstLine, bytes } of piecesOf(file)) {
    if (isCancelled()) return { kind: "stopped", taken, bad: [], said: "Cancelled." };
    onProgress({ kind: "sending", share: bytes / Math.max(1, file.size), taken });
    try {
      const answer = await patiently(() => ask("uploadEvents", { plan, upload, piece, text, firstLine }));
      if (answer.bad.length > 0) {
        return { kind: "stopped", taken, bad: answer.bad, said: `${count(answer.bad.length, "line")} cannot be read.` };
      }
      taken += answer.taken;
      piece += 1;
    } catch (error) {
      const { message, mend } = refusalOf(error);
      return { kind: "stopped", taken, bad: [], said: `${message} ${mend}` };
    }
  }
  return taken === 0
    ? { kind: "stopped", taken, bad: [], said: `${file.name} (${sayBytes(file.size)}) holds no event.` }
    : { kind: "done", taken };
}

/** A full queue empties by itself; everything else is for the person. */
async function patiently<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      if (refusalOf(error).code !== "busy" || tries === mostTries) throw error;
      await new Promise((resolve) => {
        window.setTimeout(resolve, pauseMs);
      });
    }
  }
}
