import type { Precomputation } from "#app/jql/precomputation";
import { z } from "zod";
import type { JiraClient } from "./client";
import { allPages } from "./pages";

const path = "/rest/api/3/jql/function/computation";

const kept = z
  .object({
    id: z.string(),
    functionName: z.string(),
    operator: z.string(),
    arguments: z.array(z.string()),
    value: z.string().nullish(),
  })
  .transform(({ functionName, arguments: words, value, ...rest }): Precomputation => ({
    ...rest,
    name: functionName,
    words,
    value: value ?? null,
  }));

export async function precomputations(client: JiraClient): Promise<readonly Precomputation[]> {
  return allPages("the JQL functions in use", kept, ({ startAt, maxResults }) =>
    client.ask({ method: "GET", path: `${path}?startAt=${startAt}&maxResults=${maxResults}` }),
  );
}

/** What nobody has searched by for a week is gone by now, and is not brought back. */
export async function precompute(client: JiraClient, changed: readonly Precomputation[]): Promise<void> {
  const values = changed.map(({ id, value }) => ({ id, value }));
  await client.ask({ method: "POST", path: `${path}?skipNotFoundPrecomputations=true`, body: { values } });
}
