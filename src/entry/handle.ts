import { Refusal } from "#app/refusal";
import type { Reply } from "#contract/reply";
import { z } from "zod";

/** Parses, runs, and turns a refusal into an answer. Anything else thrown is our bug and stays loud. */
export async function handle<S extends z.ZodType, T>(
  schema: S,
  payload: unknown,
  run: (request: z.output<S>) => Promise<T>,
): Promise<Reply<T>> {
  const request = schema.safeParse(payload);
  if (!request.success) {
    const message = `The page asked for something unreadable: ${z.prettifyError(request.error)}`;
    return { ok: false, refusal: { code: "bad_request", message, mend: "Reload the page." } };
  }
  try {
    return { ok: true, value: await run(request.data) };
  } catch (error) {
    if (error instanceof Refusal)
      return { ok: false, refusal: { code: error.code, message: error.message, mend: error.mend } };
    throw error;
  }
}
