import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { answerFunction } from "./answer-function";
import type { FunctionCall } from "./answer-function";

export interface Clause extends FunctionCall {
  readonly operator: string;
}

export type ClauseAnswer = { readonly jql: string } | { readonly error: string };

/** What Jira puts in place of the whole clause, its operator included; what is refused is shown under the search. */
export async function answerClause({ operator, ...call }: Clause, outside: Outside): Promise<ClauseAnswer> {
  try {
    const fragment = await answerFunction(call, outside);
    return { jql: operator === "not in" ? `NOT (${fragment})` : fragment };
  } catch (error) {
    if (error instanceof Refusal) return { error: `${error.message} ${error.mend}` };
    throw error;
  }
}
