import { useRef, useState } from "react";
import type { RefusalView } from "#contract/reply";
import { guessColumns } from "#formats/event-columns";
import type { EventColumns } from "#formats/event-columns";
import { refusalOf } from "../bridge";
import { checkEvents } from "./check-events";
import type { CheckedFile } from "./check-events";
import { openEventReader } from "./event-reader";
import type { EventReader } from "./event-reader";
import { openFile } from "./open-file";
import type { OpenedFile } from "./open-file";
import { sendEvents } from "./send-events";
import type { Sent } from "./send-events";

interface Looking {
  readonly kind: "looking";
  readonly file: OpenedFile;
  readonly columns: EventColumns;
  /** How much of the file is read; 1 when all of it is. */
  readonly share: number;
  readonly checked: CheckedFile | null;
}

export type Stage =
  | { readonly kind: "choose" }
  | { readonly kind: "refused"; readonly refusal: RefusalView }
  | Looking
  | {
      readonly kind: "sending";
      readonly total: number;
      readonly taken: number;
      readonly since: number;
      readonly now: number;
      /** How long the queue asks to wait; 0 while it takes what comes. */
      readonly waitSeconds: number;
    }
  | { readonly kind: "over"; readonly total: number; readonly sent: Sent };

export interface Upload {
  readonly stage: Stage;
  readonly choose: (file: File) => Promise<void>;
  readonly remap: (columns: EventColumns) => void;
  readonly send: () => Promise<void>;
  /** Ends what is under way, or goes back to the beginning. */
  readonly leave: () => void;
}

/** A file is looked at as a whole before anything of it is sent; each stage can be left. */
export function useUpload({ id, zone }: { readonly id: string; readonly zone: string }): Upload {
  const [stage, setStage] = useState<Stage>({ kind: "choose" });
  const work = useRef(new AbortController());
  const begin = (): Work => {
    work.current.abort();
    work.current = new AbortController();
    return { plan: id, zone, signal: work.current.signal, show: setStage };
  };
  return {
    stage,
    choose: (file) => open(file, begin()),
    remap: (columns) => {
      if (stage.kind === "looking") void look(stage.file, columns, begin());
    },
    send: async () => {
      if (stage.kind === "looking" && stage.checked !== null) await send(stage, stage.checked.events, begin());
    },
    leave: () => {
      work.current.abort();
      if (stage.kind !== "sending") setStage({ kind: "choose" });
    },
  };
}

interface Work {
  readonly plan: string;
  readonly zone: string;
  readonly signal: AbortSignal;
  readonly show: (stage: Stage) => void;
}

async function open(chosen: File, work: Work): Promise<void> {
  await telling(work, async () => {
    const opened = await openFile(chosen);
    if (work.signal.aborted) return;
    if (opened.kind === "refused") work.show(opened);
    else await look(opened.file, guessColumns(opened.file.columns), work);
  });
}

async function look(file: OpenedFile, columns: EventColumns, work: Work): Promise<void> {
  const { plan, zone, signal, show } = work;
  const looking: Looking = { kind: "looking", file, columns, share: 0, checked: null };
  const onProgress = (share: number) => (signal.aborted ? undefined : show({ ...looking, share }));
  show(looking);
  await telling(work, async (reader) => {
    const check = { file: file.lines, conversion: { columns, plan, zone }, reader, signal, onProgress };
    show({ ...looking, share: 1, checked: await checkEvents(check) });
  });
}

async function send({ file, columns }: Looking, total: number, work: Work): Promise<void> {
  const { plan, zone, signal, show } = work;
  const since = performance.now();
  const onProgress = (taken: number, waitSeconds: number) =>
    show({ kind: "sending", total, taken, since, now: performance.now(), waitSeconds });
  onProgress(0, 0);
  await telling(work, async (reader) => {
    const order = { plan, file: file.lines, conversion: { columns, plan, zone }, reader, signal, onProgress };
    show({ kind: "over", total, sent: await sendEvents(order) });
  });
}

/** What goes wrong is shown, unless the person has left already. */
async function telling({ signal, show }: Work, job: (reader: EventReader) => Promise<void>): Promise<void> {
  const reader = openEventReader();
  try {
    await job(reader);
  } catch (error) {
    if (!signal.aborted) show({ kind: "refused", refusal: refusalOf(error) });
  }
  reader.close();
}
