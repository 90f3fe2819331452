import { projectRef, renderStatus, renderType, userRef } from "../refs";
import type { ChangeItem, Issue, IssueLink } from "../records";
import type { Call } from "../router";
import { stamp, zoneOf } from "../stamp";
import { renderItem } from "./changelog";
import { kindOf, textIn } from "./fields-of";

/** A product event of a work item, in the shape Forge was seen to deliver. */
export function emitIssueEvent(
  call: Call,
  issue: Issue,
  { eventType, ...more }: { readonly eventType: string; readonly [key: string]: unknown },
): void {
  const people = ["assignee", "reporter", "creator"].flatMap((id) => textIn(issue, id) ?? []);
  const payload = {
    issue: eventIssue(call, issue),
    atlassianId: call.accountId,
    associatedUsers: [...new Set(people)].map((accountId) => ({ accountId })),
    timestamp: String(call.site.clock.now()),
    ...more,
  };
  call.site.emit({ eventType, selfGenerated: call.caller.kind === "app", payload });
}

/** The changelog of an `updated` event; a change of status also names both statuses. */
export function changeParts(call: Call, id: string, items: readonly ChangeItem[]): Readonly<Record<string, unknown>> {
  const status = items.find(({ fieldId }) => fieldId === "status");
  const statuses = [status?.from, status?.to].flatMap(
    (statusId) => call.site.store.collection("status").get(statusId ?? "") ?? [],
  );
  const associatedStatuses = statuses.map((record) => renderStatus(call.site, record));
  return { changelog: { id, items: items.map(renderItem) }, ...(statuses.length === 0 ? {} : { associatedStatuses }) };
}

/** A link event carries no work item, only the ids of both ends. */
export function emitLinkEvent(call: Call, link: IssueLink, verb: "created" | "deleted"): void {
  const { store, clock } = call.site;
  const type = store.collection("linkType").get(link.typeId);
  const projectId = (issueId: string): number => Number(store.collection("issue").get(issueId)?.projectId);
  const [sourceIssueId, destinationIssueId] = [Number(link.sourceId), Number(link.destinationId)];
  const ends = {
    sourceIssueId,
    destinationIssueId,
    sourceProjectId: projectId(link.sourceId),
    destinationProjectId: projectId(link.destinationId),
  };
  const payload = { id: Number(link.id), ...ends, issueLinkType: type, timestamp: String(clock.now()) };
  call.site.emit({ eventType: `avi:jira:${verb}:issuelink`, selfGenerated: call.caller.kind === "app", payload });
}

function eventIssue(call: Call, issue: Issue): object {
  const { site } = call;
  const { project, typeId } = kindOf(site, issue);
  const type = site.store.collection("issueType").get(typeId);
  const status = site.store.collection("status").get(textIn(issue, "status") ?? "");
  const parent = site.store.collection("issue").get(textIn(issue, "parent") ?? "");
  const zone = zoneOf(call);
  const [creator, reporter, assignee] = ["creator", "reporter", "assignee"].map((id) =>
    userRef(site, issue.fields[id]),
  );
  const people = { creator, reporter, assignee };
  const times = { created: stamp(issue.created, zone), updated: stamp(issue.updated, zone) };
  const fields = {
    summary: issue.fields["summary"],
    issuetype: type && renderType(site, type),
    project: projectRef(site, project),
    status: status && renderStatus(site, status),
    ...people,
    ...times,
    ...(parent && { parent: { id: parent.id, key: parent.key } }),
  };
  return { id: issue.id, key: issue.key, fields };
}
