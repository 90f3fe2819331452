import { z } from "zod";
import { paths } from "../router";

const location = z.looseObject({
  target: z.string().optional(),
  url: z.string().optional(),
  issueKey: z.string().optional(),
  projectKey: z.string().optional(),
  dashboardId: z.string().optional(),
  moduleKey: z.string().optional(),
  path: z.string().optional(),
});
type Location = z.infer<typeof location>;

const targets: Readonly<Record<string, (to: Location) => string>> = {
  issue: (to) => paths.item(to.issueKey ?? ""),
  dashboard: (to) => paths.dashboard(to.dashboardId ?? ""),
  projectSettingsDetails: (to) => paths.space(to.projectKey ?? "", "settings/details"),
  module: (to) => {
    const tail = `app/${to.moduleKey ?? ""}/${(to.path ?? "").replace(/^\//, "")}`;
    return to.projectKey === undefined ? paths.admin(tail) : paths.space(to.projectKey, tail);
  },
};

/** Where the router of an app wants to go, as an absolute address; a target Jira does not have is refused by its name. */
export function addressOf(payload: unknown): string {
  const to = location.parse(payload);
  if (to.url !== undefined) return new URL(to.url, window.location.origin).href;
  const find = targets[to.target ?? ""];
  if (find === undefined) throw new Error(`The router has no target "${String(to.target)}" in Jira.`);
  return new URL(find(to), window.location.origin).href;
}
