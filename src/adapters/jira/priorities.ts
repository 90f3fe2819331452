import { z } from "zod";
import type { JiraClient } from "./client";

const listed = z.array(z.object({ id: z.string() }));

/** The site's priorities as Jira orders them, the highest first. */
export async function priorities(client: JiraClient): Promise<readonly string[]> {
  const read = listed.safeParse(await client.ask({ method: "GET", path: "/rest/api/3/priority" }));
  return read.success ? read.data.map(({ id }) => id) : [];
}
