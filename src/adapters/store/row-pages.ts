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

interface Groups {
  /** Rows of the groups behind the one of a row; of all groups for null. */
  readonly behind: (last: Row | null) => Promise<readonly Row[]>;
  /** Rows of the same group behind a row. */
  readonly within: (last: Row) => Promise<readonly Row[]>;
}

/**
 * The same where the key has two parts, a page at a time, because all of them as rows may be too much to hold. The group a page broke off in
 * is read to its end before the others: each statement then asks for one stretch of the key, which an `OR` over both parts would not.
 */
export async function* groupPages(size: number, { behind, within }: Groups): AsyncGenerator<readonly Row[]> {
  for (let last: Row | null = null; ;) {
    const page: readonly Row[] = await behind(last);
    yield page;
    if (page.length < size) return;
    for (let rest = page; rest.length === size;) {
      last = rest.at(-1)!;
      yield (rest = await within(last));
      last = rest.at(-1) ?? last;
    }
  }
}

/** All of them at once, of what is known to be little. */
export async function allOf(pages: AsyncIterable<readonly Row[]>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
