import { z } from "zod";

const fields = z.array(z.object({ id: z.string(), schema: z.object({ custom: z.string().optional() }).optional() }));

/** The id of our field among the fields of a site: this is how Jira names the type of one that an app's manifest declares. */
export function verdictField(answer: unknown): string | null {
  const found = fields.parse(answer).find(({ schema }) => schema?.custom?.endsWith("/static/uptake-verdict") === true);
  return found?.id ?? null;
}
