import { readFile, rm, writeFile } from "node:fs/promises";
import { z } from "zod";

/** How far a file has been sent, kept beside it until all of it has been. */
const progress = z.object({ url: z.string(), digest: z.string(), batches: z.array(z.string()) });

export type Progress = z.infer<typeof progress>;

function beside(file: string): string {
  return `${file}.push.json`;
}

/** The batches of the same file that the same door has taken already. */
export async function sentBefore(file: string, now: Omit<Progress, "batches">): Promise<readonly string[]> {
  const text = await readFile(beside(file), "utf8").catch(() => null);
  const kept = text === null ? null : progress.safeParse(parsed(text)).data;
  return kept?.url === now.url && kept.digest === now.digest ? kept.batches : [];
}

export async function keepProgress(file: string, sent: Progress): Promise<void> {
  await writeFile(beside(file), JSON.stringify(sent));
}

export async function forgetProgress(file: string): Promise<void> {
  await rm(beside(file), { force: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
