import { canSee } from "../permitted";
import { Problem } from "../problem";
import type { IssueType, Project } from "../config-records";
import type { Call } from "../router";
import type { Kind } from "./fields-of";
import { findIssue } from "./find-issue";
import { typesOf } from "./meta";
import { named, ValueRefused } from "./read-value";

const wrongParent = {
  parent: "Please select valid parent issue.",
  parentId: "The selected parent does not stand one level above this work type in the same hierarchy.",
};

/** The type a text, `{ id }` or `{ name }` names among the types of a space. */
export function readType(call: Call, project: Project, sent: unknown): string {
  const { id, name } = named(sent);
  const type = typesOf(call, project).find((known) => (id === null ? known.name === name : known.id === id));
  if (type === undefined) throw new Problem(400, [], { issuetype: "Specify a valid issue type" });
  return type.id;
}

export function readParent({ site, caller }: Call, sent: unknown): string | null {
  if (sent === null) return null;
  const { id, name } = named(sent);
  if (id === null && name === null) return null;
  const parent = findIssue(site, id ?? name ?? "");
  if (parent === null || !canSee(site, caller, parent)) throw new ValueRefused("Could not find issue by id or key.");
  return parent.id;
}

/** A parent stands exactly one level above; a sub-task has one, in its own space. */
export function checkParent({ site: { store } }: Call, { kind, parentId }: { kind: Kind; parentId: unknown }): void {
  const levelOf = (type: IssueType | null): number => type?.hierarchyLevel ?? 0;
  const level = levelOf(store.collection("issueType").get(kind.typeId));
  const parent = typeof parentId === "string" ? store.collection("issue").get(parentId) : null;
  if (parent === null) {
    if (level !== -1) return;
    const message = "Issue type is a sub-task but parent issue key or id not specified.";
    throw new Problem(400, [], { issuetype: message });
  }
  const isAbove = levelOf(store.collection("issueType").get(parent.typeId)) === level + 1;
  if (!isAbove || (level === -1 && parent.projectId !== kind.project.id)) throw new Problem(400, [], wrongParent);
}
