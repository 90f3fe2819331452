import type { Jira } from "../ports";
import { Refusal } from "../refusal";

const needed = ["CREATE_ISSUES", "EDIT_ISSUES", "LINK_ISSUES"] as const;
const words: Readonly<Record<string, string>> = {
  BROWSE_PROJECTS: "Browse spaces",
  CREATE_ISSUES: "Create work items",
  EDIT_ISSUES: "Edit work items",
  LINK_ISSUES: "Link work items",
  DELETE_ISSUES: "Delete work items",
  ADMINISTER_PROJECTS: "Administer spaces",
};

interface Person {
  readonly accountId: string;
  readonly spaceId: string;
}

/** The job writes as the app, so the person who asks must be allowed to write all of it themselves. */
export async function mayWrite(jira: Jira, person: Person): Promise<void> {
  await mayDo(jira, person, needed);
}

export async function mayUndo(jira: Jira, person: Person): Promise<void> {
  await mayDo(jira, person, [...needed, "DELETE_ISSUES"]);
}

export async function mayDo(jira: Jira, person: Person, permissions: readonly string[]): Promise<void> {
  const missing = await jira.missingPermissions({ ...person, permissions });
  if (missing.length === 0) return;
  const names = missing.map((name) => `“${words[name] ?? name}”`).join(", ");
  throw new Refusal("not_allowed", {
    message: `You lack the ${missing.length === 1 ? "permission" : "permissions"} ${names} in this space.`,
    mend: `Ask the space's administrator for ${names}.`,
  });
}
