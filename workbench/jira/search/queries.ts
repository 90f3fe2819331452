import { canSee } from "../permitted";
import { Problem } from "../problem";
import type { Issue } from "../records";
import type { Call } from "../router";
import { compileJql, type Query } from "./compile";
import { indexed } from "./index-lag";
import { worldOf } from "./site-world";
import { JqlError } from "./world";

const unbounded = "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.";

/** A query in the caller's eyes; what Jira refuses becomes a 400. */
export async function queryOf(call: Call, jql: string): Promise<Query<Issue>> {
  try {
    return await compileJql(jql, worldOf(call));
  } catch (error) {
    if (error instanceof JqlError) throw new Problem(400, [error.message]);
    throw error;
  }
}

/** The work items a bounded query finds in the index, in its order, newest first where it names none. */
export async function foundBy(call: Call, jql: string, reconciled: readonly string[] = []): Promise<readonly Issue[]> {
  const query = await queryOf(call, jql);
  if (!query.isBounded) throw new Problem(400, [unbounded]);
  const { site, caller } = call;
  const fresh = new Map(
    reconciled.flatMap((id) => site.store.collection("issue").get(id) ?? []).map((issue) => [issue.id, issue]),
  );
  const index = indexed(site).filter(({ id }) => !fresh.has(id));
  const found = [...index, ...fresh.values()].filter((issue) => query.matches(issue) && canSee(site, caller, issue));
  return found.toSorted((left, right) => query.compare(left, right) || Number(right.id) - Number(left.id));
}
