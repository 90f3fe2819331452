import type { Route } from "../router";
import { jqlRoutes as queryRoutes } from "./jql-routes";
import { searchRoutes } from "./search-routes";

/** Search and everything about JQL. */
export const jqlRoutes: readonly Route[] = [...searchRoutes, ...queryRoutes];
