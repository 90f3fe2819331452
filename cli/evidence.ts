import type { JiraClient } from "#adapters/jira/client";
import { snapshotBody } from "#adapters/store/snapshot-body";
import { evidenceProperty, unpackEvidence } from "#adapters/verdict/evidence";
import { verdictField } from "#adapters/verdict/verdict-field";
import type { SnapshotView } from "#contract/adoption";
import { sealIn, sealOf } from "#domain/governance/verdict-text";
import { createHash } from "node:crypto";
import { z } from "zod";
import { refuse } from "./refuse";

const issue = z.object({
  fields: z.record(z.string(), z.unknown()),
  properties: z.record(z.string(), z.unknown()).default({}),
});

/**
 * The numbers the last verdict of a plan rests on. They lie in a property of its work item, which whoever may edit it can write; so they
 * are believed only if their hash is the one in the field that nobody but the app can write.
 */
export async function readEvidence(key: string, client: JiraClient): Promise<SnapshotView> {
  const field = verdictField(await client.ask({ method: "GET", path: "/rest/api/3/field", body: null }));
  if (field === null) throw refuse("Jira does not show the field Gate verdict.", "Install Uptake on this site first.");
  const query = new URLSearchParams({ fields: field, properties: evidenceProperty });
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}?${query.toString()}`;
  const { fields, properties } = issue.parse(await client.ask({ method: "GET", path, body: null }));
  const verdict = z.string().nullable().catch(null).parse(fields[field]);
  if (verdict === null)
    throw refuse(`${key} has no verdict yet.`, `${recompute} Is it the work item of the plan itself?`);
  const text = unpackEvidence(properties[evidenceProperty]);
  const isSealed = text !== null && sealIn(verdict) === sealOf(createHash("sha256").update(text).digest("hex"));
  if (!isSealed) throw refuse(`The numbers beside the verdict of ${key} are not those it rests on.`, recompute);
  const snapshot = snapshotBody(text);
  if (snapshot === null) throw refuse(`The numbers of ${key} were worked out by another release.`, recompute);
  return snapshot;
}

const recompute = "Open Implementation, Gates, in Jira and press “Recompute now”.";
