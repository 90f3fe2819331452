import { openPage } from "./act";
import type { Page } from "./act";
import type { Grounds } from "./site";

export const demoSpace = { key: "CRM", name: "CRM rollout" } as const;

/** The space's Implementation page, in the project manager's hands. */
export function openDemoPage(grounds: Grounds): Page {
  const { key } = demoSpace;
  const found = grounds.jira.store.collection("project").find((project) => project.key === key);
  if (found === null) throw new Error(`The site has no space ${key}.`);
  const extension = { type: "jira:projectPage", project: { id: found.id, key, type: "software" } };
  return openPage(grounds, "uptake-space", { email: "pm@example.com", extension });
}
