import { Refusal } from "#app/refusal";
import { z } from "zod";

const ref = z.object({ id: z.coerce.string(), key: z.string() });

/** The signed part of a call: who asks, and on which space or work item the page stands. Nothing here comes from the page itself. */
const context = z.object({
  accountId: z.string().optional(),
  extension: z.object({ project: ref.optional(), issue: ref.optional() }).loose().default({}),
});

export interface Caller {
  readonly accountId: string;
  readonly space: { readonly id: string; readonly key: string } | null;
  readonly issue: { readonly id: string; readonly key: string } | null;
}

export function callerIn(signed: unknown): Caller {
  const { accountId, extension } = context.parse(signed);
  if (accountId === undefined) {
    throw new Refusal("not_allowed", {
      message: "Jira does not say who is asking.",
      mend: "Log in to Jira and reload the page.",
    });
  }
  return { accountId, space: extension.project ?? null, issue: extension.issue ?? null };
}
