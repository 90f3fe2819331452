import { z } from "zod";

/** What the columns of a table hold, as somebody said; the table is known again by its headings. */
export const knownTable = z.object({
  shape: z.string().max(4_000),
  fields: z.array(z.string().max(40).nullable()).max(400),
});

export type KnownTable = z.output<typeof knownTable>;
