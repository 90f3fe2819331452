import type { Route } from "../router";
import { dashboardRoutes } from "./dashboards";
import { fieldContextRoutes } from "./field-contexts";
import { fieldRoutes } from "./fields";
import { filterRoutes } from "./filters";
import { issueTypeSchemeRoutes } from "./issue-type-schemes";
import { issueTypeRoutes } from "./issue-types";
import { permissionRoutes } from "./permissions";
import { projectRoutes } from "./projects";
import { roleRoutes } from "./roles";
import { screenRoutes } from "./screens";
import { securityRoutes } from "./security";
import { statusRoutes } from "./statuses";
import { userRoutes } from "./users";
import { workflowSchemeRoutes } from "./workflow-schemes";
import { workflowRoutes } from "./workflows";

/** How a site is set up: people, permissions, spaces and everything they are made of. */
export const configRoutes: readonly Route[] = [
  ...userRoutes,
  ...permissionRoutes,
  ...roleRoutes,
  ...projectRoutes,
  ...issueTypeRoutes,
  ...issueTypeSchemeRoutes,
  ...screenRoutes,
  ...fieldRoutes,
  ...fieldContextRoutes,
  ...statusRoutes,
  ...workflowRoutes,
  ...workflowSchemeRoutes,
  ...dashboardRoutes,
  ...filterRoutes,
  ...securityRoutes,
];
