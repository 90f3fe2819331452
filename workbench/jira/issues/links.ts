import { z } from "zod";
import { canSee, permittedGlobally } from "../permitted";
import { Problem } from "../problem";
import { renderLinkType } from "../refs";
import type { LinkType } from "../config-records";
import type { Issue, IssueLink } from "../records";
import { created, noContent, ok, readBody, route, type Call, type Route } from "../router";
import { addComment } from "./comments";
import { emitLinkEvent } from "./events";
import { may, seenIssue } from "./find-issue";
import { issueRef } from "./render-issue";
import { recordItems, touch } from "./write-issue";

const reads = ["read:jira-work"];
const writes = ["write:jira-work"];
const configures = ["manage:jira-configuration"];
const id = z.union([z.string(), z.number()]).transform(String);
const end = z.looseObject({ id: id.optional(), key: z.string().optional() });
const named = z.looseObject({ id: id.optional(), name: z.string().optional() });
const sentLink = z.looseObject({
  type: named,
  inwardIssue: end,
  outwardIssue: end,
  comment: z.looseObject({ body: z.unknown() }).optional(),
});
const sentType = z.looseObject({ name: z.string(), inward: z.string(), outward: z.string() });

export const linkRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/issueLink", {
    scopes: writes,
    handler(call) {
      const { type, inwardIssue, outwardIssue, comment } = readBody(sentLink, call);
      const source = endOf(call, inwardIssue);
      addLink(call, { type: linkType(call, type), source, destination: endOf(call, outwardIssue) });
      if (comment !== undefined) addComment(call, source, comment.body);
      return created(null);
    },
  }),
  route("GET", "/rest/api/3/issueLink/{linkId}", {
    scopes: reads,
    handler(call) {
      const link = linkOf(call);
      const { store, siteUrl } = call.site;
      const [source, destination] = [seenIssue(call, link.sourceId), seenIssue(call, link.destinationId)];
      const type = store.collection("linkType").get(link.typeId);
      return ok({
        id: link.id,
        self: `${siteUrl}/rest/api/3/issueLink/${link.id}`,
        type: type === null ? null : renderLinkType(call.site, type),
        inwardIssue: issueRef(call, source),
        outwardIssue: issueRef(call, destination),
      });
    },
  }),
  route("DELETE", "/rest/api/3/issueLink/{linkId}", {
    scopes: writes,
    handler(call) {
      const link = linkOf(call);
      mustLink(call, seenIssue(call, link.sourceId));
      removeLink(call, link);
      return noContent;
    },
  }),
  route("GET", "/rest/api/3/issueLinkType", {
    scopes: reads,
    handler: ({ site }) =>
      ok({
        issueLinkTypes: site.store
          .collection("linkType")
          .all()
          .map((type) => renderLinkType(site, type)),
      }),
  }),
  route("POST", "/rest/api/3/issueLinkType", {
    scopes: configures,
    handler(call) {
      mustConfigure(call);
      const { name, inward, outward } = readBody(sentType, call);
      const types = call.site.store.collection("linkType");
      if (types.find((known) => known.name.toLowerCase() === name.toLowerCase()) !== null)
        throw new Problem(400, [], { name: `An issue link type with the name '${name}' already exists.` });
      return created(renderLinkType(call.site, types.put({ id: types.nextId(), name, inward, outward })));
    },
  }),
  route("GET", "/rest/api/3/issueLinkType/{issueLinkTypeId}", {
    scopes: reads,
    handler: (call) => ok(renderLinkType(call.site, typeOfPath(call))),
  }),
  route("PUT", "/rest/api/3/issueLinkType/{issueLinkTypeId}", {
    scopes: configures,
    handler(call) {
      mustConfigure(call);
      const { name, inward, outward } = readBody(sentType.partial(), call);
      const known = typeOfPath(call);
      const after = {
        id: known.id,
        name: name ?? known.name,
        inward: inward ?? known.inward,
        outward: outward ?? known.outward,
      };
      return ok(renderLinkType(call.site, call.site.store.collection("linkType").put(after)));
    },
  }),
  route("DELETE", "/rest/api/3/issueLinkType/{issueLinkTypeId}", {
    scopes: configures,
    handler(call) {
      mustConfigure(call);
      const type = typeOfPath(call);
      for (const link of call.site.store.collection("issueLink").where("typeId", type.id)) removeLink(call, link);
      call.site.store.collection("linkType").delete(type.id);
      return noContent;
    },
  }),
];

/** Source, outward description, destination. A link that is there already is left as it is, and that is no error. */
export function addLink(
  call: Call,
  { type, source, destination }: { type: LinkType; source: Issue; destination: Issue },
): void {
  mustLink(call, source);
  if (source.id === destination.id) throw new Problem(400, ["You cannot link an issue to itself."]);
  const links = call.site.store.collection("issueLink");
  const known = links.where("sourceId", source.id);
  if (known.some(({ typeId, destinationId }) => typeId === type.id && destinationId === destination.id)) return;
  const ends = { sourceId: source.id, destinationId: destination.id };
  const link = links.put({ id: links.nextId(), typeId: type.id, ...ends });
  recordLink(call, { type, source, destination }, "added");
  emitLinkEvent(call, link, "created");
}

export function removeLink(call: Call, link: IssueLink): void {
  const { store } = call.site;
  const issues = store.collection("issue");
  const [source, destination] = [issues.get(link.sourceId), issues.get(link.destinationId)];
  const type = store.collection("linkType").get(link.typeId);
  if (source !== null && destination !== null && type !== null)
    recordLink(call, { type, source, destination }, "removed");
  emitLinkEvent(call, link, "deleted");
  store.collection("issueLink").delete(link.id);
}

export function linksOf({ site: { store } }: Pick<Call, "site">, issueId: string): readonly IssueLink[] {
  const links = store.collection("issueLink");
  return [...links.where("sourceId", issueId), ...links.where("destinationId", issueId)];
}

/** Each link as this work item sees it: the other end, on the side it stands on. */
export function renderLinksOf(call: Call, issue: Issue): readonly object[] {
  const { store, siteUrl } = call.site;
  return linksOf(call, issue.id).flatMap(({ id: linkId, typeId, sourceId, destinationId }) => {
    const isSource = sourceId === issue.id;
    const other = store.collection("issue").get(isSource ? destinationId : sourceId);
    const type = store.collection("linkType").get(typeId);
    if (other === null || type === null || !canSee(call.site, call.caller, other)) return [];
    const self = `${siteUrl}/rest/api/3/issueLink/${linkId}`;
    const shown = { [isSource ? "outwardIssue" : "inwardIssue"]: issueRef(call, other) };
    return [{ id: linkId, self, type: renderLinkType(call.site, type), ...shown }];
  });
}

export function linkType({ site }: Call, wanted: { id?: string | undefined; name?: string | undefined }): LinkType {
  const types = site.store.collection("linkType");
  const named = types.find(({ name }) => name.toLowerCase() === wanted.name?.toLowerCase());
  const type = types.get(wanted.id ?? "") ?? named;
  if (type !== null) return type;
  throw new Problem(404, [`No issue link type with name '${wanted.name ?? wanted.id ?? ""}' found.`]);
}

export function endOf(call: Call, { id: issueId, key }: { id?: string | undefined; key?: string | undefined }): Issue {
  return seenIssue(call, issueId ?? key ?? "");
}

interface Ends {
  readonly type: LinkType;
  readonly source: Issue;
  readonly destination: Issue;
}

function recordLink(call: Call, { type, source, destination }: Ends, verb: "added" | "removed"): void {
  const sides = [
    { issue: source, other: destination, words: type.outward },
    { issue: destination, other: source, words: type.inward },
  ];
  for (const { issue, other, words } of sides) {
    const held = { id: other.key, text: `This work item ${words} ${other.key}` };
    const [from, to] = verb === "added" ? [null, held] : [held, null];
    const values = {
      from: from?.id ?? null,
      fromText: from?.text ?? null,
      to: to?.id ?? null,
      toText: to?.text ?? null,
    };
    recordItems(call, touch(call, issue), [{ field: "Link", fieldId: null, fieldtype: "jira", ...values }]);
  }
}

function mustLink(call: Call, issue: Issue): void {
  if (!may(call, issue, "LINK_ISSUES"))
    throw new Problem(401, ["No Link Issue Permission for issue '" + issue.key + "'"]);
}

function mustConfigure({ site, caller }: Call): void {
  if (!permittedGlobally(site, caller, "ADMINISTER"))
    throw new Problem(401, ["You must have global administration rights to modify issue link types."]);
}

function linkOf({ site, params }: Call): IssueLink {
  const link = site.store.collection("issueLink").get(params["linkId"] ?? "");
  if (link === null) throw new Problem(404, [`No issue link with id '${params["linkId"] ?? ""}' exists.`]);
  return link;
}

function typeOfPath({ site, params }: Call): LinkType {
  const type = site.store.collection("linkType").get(params["issueLinkTypeId"] ?? "");
  if (type === null) throw new Problem(404, [`No issue link type with id '${params["issueLinkTypeId"] ?? ""}' found.`]);
  return type;
}
