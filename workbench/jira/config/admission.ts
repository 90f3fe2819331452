import { permitted, permittedGlobally } from "../permitted";
import { noProject, Problem } from "../problem";
import type { Project } from "../config-records";
import type { Records } from "../records";
import { listOf, ok, pageOf, type Answer, type Call } from "../router";
import type { Kind } from "../store";

export const reads = ["read:jira-work"];
export const writes = ["write:jira-work"];
export const configures = ["manage:jira-configuration"];
export const manages = ["manage:jira-project"];
export const people = ["read:jira-user"];

export function mustAdminister({ site, caller }: Call): void {
  if (permittedGlobally(site, caller, "ADMINISTER")) return;
  throw new Problem(403, ["Only Jira administrators can perform this operation."]);
}

/** The space of a path or query, if the caller may browse it. */
export function spaceOf({ site, caller }: Call, idOrKey: string): Project {
  const projects = site.store.collection("project");
  const project = projects.where("key", idOrKey.toUpperCase())[0] ?? projects.get(idOrKey);
  if (project && permitted(site, caller, { permission: "BROWSE_PROJECTS", project, issue: null })) return project;
  if (project && !project.deleted && permittedGlobally(site, caller, "ADMINISTER")) return project;
  throw noProject(idOrKey);
}

export function mustAdministerSpace({ site, caller }: Call, project: Project): void {
  const asked = { permission: "ADMINISTER_PROJECTS", project, issue: null };
  if (permitted(site, caller, asked) || permittedGlobally(site, caller, "ADMINISTER")) return;
  throw new Problem(403, ["You do not have permission to administer this project."]);
}

/** Public calls set up company-managed spaces only. */
export function mustBeCompanyManaged({ style, key }: Project): void {
  if (style === "next-gen")
    throw new Problem(400, [
      `The project ${key} is team-managed. This operation supports company-managed projects only.`,
    ]);
}

export function allOf<K extends Kind>({ site }: Pick<Call, "site">, kind: K): readonly Records[K][] {
  return site.store.collection(kind).all();
}

/** Which of the company-managed spaces asked about use a scheme. */
export function spacesUsing(
  call: Call,
  key: "issueTypeSchemeId" | "issueTypeScreenSchemeId" | "workflowSchemeId",
  id: string,
): string[] {
  const wanted = listOf(call.query, "projectId");
  const using = call.site.store.collection("project").where(key, id);
  return using
    .filter((project) => project.style === "classic" && wanted.includes(project.id))
    .map((project) => project.id);
}

/** The record of a path, or Jira's 404. */
export function recordOf<K extends Kind>({ site }: Call, kind: K, id: string): Records[K] {
  const record = site.store.collection(kind).get(id);
  if (record !== null) return record;
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  throw new Problem(404, [`The ${words} with ID '${id}' was not found.`]);
}

/** A name within Jira's length that no other record of the kind has. */
export function mustBeFree(
  all: readonly { readonly id: string; readonly name: string }[],
  { id, name }: { id: string | null; name: string },
  length = 255,
): void {
  const trimmed = name.trim();
  if (trimmed === "") throw new Problem(400, [], { name: "You must specify a valid name." });
  if (trimmed.length > length)
    throw new Problem(400, [], { name: `The name must not exceed ${length} characters in length.` });
  if (all.some((other) => other.id !== id && other.name.toLowerCase() === trimmed.toLowerCase()))
    throw new Problem(409, [`The name '${trimmed}' is already in use.`], {
      name: `The name '${trimmed}' is already in use.`,
    });
}

/** A page of what the `id` and `queryString` parameters leave of a list. */
export function pageOfNamed<T extends { readonly id: string; readonly name: string }>(
  { query }: Call,
  all: readonly T[],
  render: (record: T) => object,
): Answer {
  const [ids, text] = [listOf(query, "id"), (query.get("queryString") ?? "").toLowerCase()];
  const left = all.filter(
    ({ id, name }) => (ids.length === 0 || ids.includes(id)) && name.toLowerCase().includes(text),
  );
  return ok(pageOf(left.map(render), query));
}
