import { z } from "zod";
import { getAllStatuses, getProject, searchProjects } from "jira.js/cloud";
import type { Space, Status } from "#app/ports";
import type { JiraClient } from "./client";
import { unreadable } from "./parse-item";
import { statusOf as categorised } from "./parse-item";
import { statusOf } from "./refused";

const project = z.object({ id: z.string(), key: z.string(), name: z.string(), style: z.string().nullish() });
const pageOfProjects = z.object({ values: z.array(project), isLast: z.boolean().catch(true) });
const typeStatuses = z.array(
  z.object({
    id: z.string(),
    statuses: z.array(z.object({ id: z.string(), name: z.string(), statusCategory: z.object({ key: z.string() }) })),
  }),
);

export async function findSpace(client: JiraClient, ref: string): Promise<Space | null> {
  try {
    const read = project.safeParse(await getProject(client, { projectIdOrKey: encodeURIComponent(ref) }));
    if (!read.success) throw unreadable("a space", read.error);
    return spaceOf(read.data);
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

export async function spaces(client: JiraClient): Promise<readonly Space[]> {
  const all: Space[] = [];
  for (;;) {
    const read = pageOfProjects.safeParse(await searchProjects(client, { startAt: all.length, maxResults: 100 }));
    if (!read.success) throw unreadable("the list of spaces", read.error);
    all.push(...read.data.values.map(spaceOf));
    if (read.data.isLast || read.data.values.length === 0) return all;
  }
}

/** The statuses of one work type, in the order of its workflow. */
export async function statuses(client: JiraClient, spaceId: string, typeId: string): Promise<readonly Status[]> {
  const read = typeStatuses.safeParse(await getAllStatuses(client, { projectIdOrKey: encodeURIComponent(spaceId) }));
  if (!read.success) throw unreadable("the statuses of a space", read.error);
  return (read.data.find(({ id }) => id === typeId)?.statuses ?? []).map(categorised);
}

function spaceOf({ id, key, name, style }: z.output<typeof project>): Space {
  return { id, key, name, managed: style === "next-gen" ? "team" : "company" };
}
