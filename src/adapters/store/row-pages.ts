import type { Row } from "./database";

/** Reads rows a page at a time, each page beginning after the last row of the one before: an answer may weigh 4 MiB at most. */
export async function rowPages(
  size: number,
  read: (last: Row | null) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (;;) {
    const page = await read(all.at(-1) ?? null);
    all.push(...page);
    if (page.length < size) return all;
  }
}
