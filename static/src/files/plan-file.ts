import { formatOf } from "#formats/format";
import type { Format } from "#formats/format";
import { maxFileBytes } from "#formats/read-result";
import { Refused } from "../bridge";
import { sayBytes } from "../parts/share";
import type { TableChoices } from "#formats/table/layout";
import type { ChosenPlan, PlanReading, Progress } from "./understand-plan";

/** A plan somebody chose, dropped or pasted. */
export interface PlanSource {
  readonly name: string;
  readonly blob: Blob;
  readonly format: Format | null;
  /** What somebody said that the file does not; null: the file names the plan. */
  readonly called?: PlanNames | null;
}

/** What a table of steps has no place for. */
export interface PlanNames {
  readonly title: string;
  /** The implementation owner; empty: nobody yet. */
  readonly owner: string;
}

export function formatOfSource({ name, format }: PlanSource): Format | null {
  return format ?? formatOf(name);
}

/** What one request can carry, less what stands around the plan in it; the back end holds the same number of characters. */
const mostCharacters = 400_000;
const mostBytes = 480_000;

export interface ReadingOrder {
  readonly source: PlanSource;
  /** The plan as Jira holds it, for a file that knows only steps. */
  readonly current: string | null;
  readonly table: TableChoices;
  readonly progress: Progress;
  /** Ends the reading, also in the middle of it. */
  readonly signal: AbortSignal;
}

/** Reads a chosen file, and refuses one that nobody could want to wait for before reading any of it. */
export async function readPlanFile({ source, current, table, progress, signal }: ReadingOrder): Promise<PlanReading> {
  const { name, blob } = source;
  if (blob.size > maxFileBytes) {
    throw new Refused({
      code: "too_large",
      message: `${name} has ${sayBytes(blob.size)}; a plan file may have ${sayBytes(maxFileBytes)}.`,
      mend: "Split the plan, or remove what is not plan from the file.",
    });
  }
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const [format, called] = [formatOfSource(source), source.called ?? null];
  return understandBeside({ name, bytes, format, current, table, called }, progress, signal);
}

/** The largest plan is bounded by what one request to the app may carry. */
export function checkSize(name: string, text: string): void {
  const bytes = new Blob([JSON.stringify(text)]).size;
  if (text.length <= mostCharacters && bytes <= mostBytes) return;
  throw new Refused({
    code: "too_large",
    message: `The plan in ${name} has ${sayBytes(bytes)}; one request can carry ${sayBytes(mostBytes)}.`,
    mend: "Split the plan, or apply it with the command line: npx uptake apply FILE",
  });
}

export interface ReaderSays {
  readonly doing?: string;
  readonly reading?: PlanReading;
  readonly failure?: string;
}

/** In a worker where the site lets one start, else in the page. */
function understandBeside(chosen: ChosenPlan, progress: Progress, signal: AbortSignal): Promise<PlanReading> {
  return new Promise((resolve, reject) => {
    const here = () =>
      void import("./understand-plan").then((part) => part.understandPlan(chosen, progress)).then(resolve, reject);
    const worker = startReader();
    if (worker === null) return here();
    signal.addEventListener("abort", () => worker.terminate());
    worker.addEventListener("message", ({ data }: MessageEvent<ReaderSays>) => {
      if (data.doing !== undefined) return progress(data.doing);
      worker.terminate();
      if (data.reading) resolve(data.reading);
      else reject(new Error(data.failure));
    });
    worker.addEventListener("error", () => {
      worker.terminate();
      here();
    });
    // Nothing is handed over for good: the page itself must be able to read it, should the worker fail.
    worker.postMessage(chosen, []);
  });
}

function startReader(): Worker | null {
  try {
    return new Worker(new URL("../main/plan-reader.ts", import.meta.url), { type: "module" });
  } catch {
    // A policy that forbids workers says so by throwing.
    return null;
  }
}
