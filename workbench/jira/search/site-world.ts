import type { Caller } from "../../wire/wire";
import { canSee, permitted } from "../permitted";
import type { Issue } from "../records";
import type { Site } from "../site";
import { clauseField, propertyField, type Eyes } from "./clause-fields";
import { precomputed } from "./precomputations";
import { JqlError, type FunctionCall, type Resolved, type World } from "./world";

/** The site as one caller searches it. */
export function worldOf({
  site,
  caller,
  accountId,
}: {
  site: Site;
  caller: Caller;
  accountId: string | null;
}): World<Issue> {
  const zone = accountId === null ? "UTC" : (site.store.collection("user").get(accountId)?.timeZone ?? "UTC");
  const eyes: Eyes = {
    site,
    canSee: (issue) => canSee(site, caller, issue),
    canBrowse: (project) => permitted(site, caller, { permission: "BROWSE_PROJECTS", project, issue: null }),
  };
  return {
    now: site.clock.now(),
    zone,
    field: (name) => clauseField(eyes, name),
    property: (entity, key, path) => (entity === "issue" ? propertyField(eyes, key, path) : null),
    call: async (call) => builtIn(site, call, accountId) ?? precomputed(site, call),
  };
}

function builtIn({ store }: Site, { name, values }: FunctionCall, accountId: string | null): Resolved | null {
  const found = (list: readonly string[]): Resolved => ({ kind: "values", values: list });
  const typesAt = (level: number) =>
    store
      .collection("issueType")
      .where("hierarchyLevel", level)
      .map(({ id }) => id);
  const [first = "", second] = values;
  switch (name.toLowerCase()) {
    case "currentuser":
      return found(accountId === null ? [] : [accountId]);
    case "membersof": {
      const group = store.collection("group").find((known) => known.name === first || known.id === first);
      if (group === null)
        throw new JqlError(
          `Function 'membersOf' can not generate a list of usernames for group '${first}'; the group does not exist.`,
        );
      return found(group.memberIds);
    }
    case "linkedissues":
      return found(linkedKeys({ store }, first, second?.toLowerCase()));
    case "updatedby":
      return found(updatedBy({ store }, values));
    case "watchedissues":
      return found(
        store
          .collection("issue")
          .all()
          .filter(({ watcherIds }) => watcherIds.includes(accountId ?? ""))
          .map(({ key }) => key),
      );
    case "standardissuetypes":
      return found(typesAt(0));
    case "subtaskissuetypes":
      return found(typesAt(-1));
    case "opensprints":
    case "closedsprints":
    case "futuresprints":
      throw new JqlError(`Unable to find JQL function '${name}()': this site has no sprints.`);
    default:
      return null;
  }
}

function linkedKeys({ store }: Pick<Site, "store">, key: string, kind: string | undefined): string[] {
  const issues = store.collection("issue");
  const issue = issues.where("key", key.toUpperCase())[0] ?? issues.get(key);
  if (issue === undefined || issue === null)
    throw new JqlError(`Issue '${key}' could not be found in function 'linkedIssues'.`);
  const isWanted = (typeId: string, side: "inward" | "outward"): boolean => {
    const type = store.collection("linkType").get(typeId);
    return kind === undefined || type?.name.toLowerCase() === kind || type?.[side].toLowerCase() === kind;
  };
  const links = store.collection("issueLink");
  const outward = links.where("sourceId", issue.id).filter(({ typeId }) => isWanted(typeId, "outward"));
  const inward = links.where("destinationId", issue.id).filter(({ typeId }) => isWanted(typeId, "inward"));
  const ids = [...outward.map(({ destinationId }) => destinationId), ...inward.map(({ sourceId }) => sourceId)];
  return ids.flatMap((id) => issues.get(id)?.key ?? []);
}

function updatedBy({ store }: Pick<Site, "store">, [who = "", from, to]: readonly string[]): string[] {
  const [start, end] = [
    from === undefined ? -Infinity : Date.parse(from),
    to === undefined ? Infinity : Date.parse(to),
  ];
  const made = store
    .collection("history")
    .where("authorId", who)
    .filter(({ created }) => created >= start && created <= end);
  return [...new Set(made.flatMap(({ issueId }) => store.collection("issue").get(issueId)?.key ?? []))];
}
