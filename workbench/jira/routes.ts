import type { Route } from "./router";

/** Every route the embedded Jira plays; a resource's file exports its own list. */
export const routes: readonly Route[] = [];
