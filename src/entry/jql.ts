import { answerClause } from "#app/jql/answer-clause";
import type { ClauseAnswer } from "#app/jql/answer-clause";
import { z } from "zod";
import { outsideForApp } from "./outside";

const call = z.object({
  clause: z.object({ functionName: z.string(), operator: z.string(), arguments: z.array(z.string()) }),
});

/** Jira keeps the fragment as a precomputation, and applies the searcher's own permissions to what it finds. */
export async function jql(payload: unknown): Promise<ClauseAnswer> {
  const { functionName, operator, arguments: words } = call.parse(payload).clause;
  return answerClause({ name: functionName, operator, words }, outsideForApp(20));
}
