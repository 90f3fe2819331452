import { z } from "zod";
import { unreadable } from "./parse-item";

export interface PageStart {
  readonly startAt: number;
  readonly maxResults: number;
}

const pageSize = 100;

/** All values of a paged answer, each read by the schema. */
export async function allPages<T extends z.ZodType>(
  what: string,
  schema: T,
  ask: (page: PageStart) => Promise<unknown>,
): Promise<z.output<T>[]> {
  const page = z.object({ values: z.array(schema), isLast: z.boolean().catch(true) });
  const all: z.output<T>[] = [];
  for (;;) {
    const read = page.safeParse(await ask({ startAt: all.length, maxResults: pageSize }));
    if (!read.success) throw unreadable(what, read.error);
    all.push(...read.data.values);
    if (read.data.isLast || read.data.values.length === 0) return all;
  }
}

export async function readAs<T extends z.ZodType>(
  what: string,
  schema: T,
  answer: Promise<unknown>,
): Promise<z.output<T>> {
  const read = schema.safeParse(await answer);
  if (!read.success) throw unreadable(what, read.error);
  return read.data;
}
