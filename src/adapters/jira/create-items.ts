import { z } from "zod";
import { createIssues } from "jira.js/cloud";
import type { Created, Draft } from "#app/ports";
import { Refusal } from "#app/refusal";
import { isRecord } from "#app/sync/details";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { JiraClient } from "./client";
import { unreadable } from "./parse-item";
import { mendFor, problemText, statusOf } from "./refused";
import { writeDraft } from "./write-fields";

const answer = z.object({
  issues: z.array(z.object({ id: z.string(), key: z.string() })).catch([]),
  errors: z.array(z.object({ failedElementNumber: z.number(), elementErrors: z.unknown() })).catch([]),
});

/** Up to fifty in one call. Jira makes what it can and names the rest by its place in the call. */
export async function createItems(
  client: JiraClient,
  drafts: readonly Draft[],
  mapping: SpaceMapping,
): Promise<readonly Created[]> {
  const body = await send(client, drafts, mapping);
  const read = answer.safeParse(body);
  if (!read.success) throw unreadable("its answer to a creation", read.error);
  const failed = new Map(
    read.data.errors.map((error) => [error.failedElementNumber, problemText(error.elementErrors)]),
  );
  const made = read.data.issues.values();
  return drafts.map((draft, at): Created => {
    const said = failed.get(at);
    const next = said === undefined ? made.next().value : undefined;
    if (next !== undefined) return { kind: "created", item: draft.item, id: next.id, key: next.key };
    const message = said === undefined || said === "" ? "Jira did not create it and did not say why." : said;
    return { kind: "failed", item: draft.item, message, mend: mendFor(message) };
  });
}

/** When nothing at all could be made, Jira answers 400 with the same body. */
async function send(client: JiraClient, drafts: readonly Draft[], mapping: SpaceMapping): Promise<unknown> {
  try {
    return await createIssues(client, { issueUpdates: drafts.map((draft) => writeDraft(draft, mapping)) });
  } catch (error) {
    const cause = error instanceof Refusal && statusOf(error) === 400 ? error.cause : null;
    const body = isRecord(cause) ? cause["body"] : null;
    if (isRecord(body) && Array.isArray(body["errors"])) return body;
    throw error;
  }
}
