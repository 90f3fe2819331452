import { bulkPropertyRoutes } from "./bulk/bulk-properties";
import { bulkRoutes } from "./bulk/bulk-routes";
import { taskRoutes } from "./bulk/tasks";
import { configRoutes } from "./config/routes";
import { expressionRoutes } from "./expressions/routes";
import { appDataRoutes } from "./issues/app-data";
import { changelogRoutes } from "./issues/changelog";
import { commentRoutes } from "./issues/comments";
import { issueRoutes } from "./issues/issue-routes";
import { linkRoutes } from "./issues/links";
import { listRoutes } from "./issues/lists";
import { metaRoutes } from "./issues/meta";
import { peopleRoutes } from "./issues/people";
import { projectPartRoutes } from "./issues/project-parts";
import { propertyRoutes } from "./issues/properties";
import { transitionRoutes } from "./issues/transitions";
import { worklogRoutes } from "./issues/worklogs";
import type { Route } from "./router";
import { jqlRoutes } from "./search/routes";

/** Every route the embedded Jira plays; a resource's file exports its own list. */
export const routes: readonly Route[] = [
  ...issueRoutes,
  ...metaRoutes,
  ...transitionRoutes,
  ...changelogRoutes,
  ...commentRoutes,
  ...worklogRoutes,
  ...linkRoutes,
  ...propertyRoutes,
  ...peopleRoutes,
  ...listRoutes,
  ...projectPartRoutes,
  ...appDataRoutes,
  ...bulkRoutes,
  ...bulkPropertyRoutes,
  ...taskRoutes,
  ...jqlRoutes,
  ...expressionRoutes,
  ...configRoutes,
];
