import { answerFunction } from "#app/jql/answer-function";
import { Refusal } from "#app/refusal";
import { z } from "zod";
import { outsideForApp } from "./outside";

const call = z.object({
  clause: z.object({ functionName: z.string(), operator: z.string(), arguments: z.array(z.string()) }),
});

/** Jira keeps the fragment as a precomputation, and applies the searcher's own permissions to what it finds. */
export async function jql(payload: unknown): Promise<{ jql: string } | { error: string }> {
  const { functionName, operator, arguments: words } = call.parse(payload).clause;
  try {
    const fragment = await answerFunction({ name: functionName, words }, outsideForApp(20));
    return { jql: operator === "not in" ? `NOT (${fragment})` : fragment };
  } catch (error) {
    if (error instanceof Refusal) return { error: `${error.message} ${error.mend}` };
    throw error;
  }
}
