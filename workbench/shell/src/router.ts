import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const moved = () => listeners.forEach((listener) => listener());
window.addEventListener("popstate", moved);

export type Turn = "push" | "replace";

export function go(path: string, turn: Turn = "push"): void {
  if (turn === "push") window.history.pushState(null, "", path);
  else window.history.replaceState(null, "", path);
  moved();
}

export const here = (): string => window.location.pathname + window.location.search;

export function onMoved(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const usePath = (): string => useSyncExternalStore(onMoved, here);

/** Where each thing has its page. */
export const paths = {
  spaces: "/jira/spaces",
  space: (key: string, view: string) => `/jira/spaces/${key}/${view}`,
  item: (key: string) => `/browse/${key}`,
  items: (jql: string) => `/jira/items?jql=${encodeURIComponent(jql)}`,
  dashboards: "/jira/dashboards",
  dashboard: (id: string) => `/jira/dashboards/${id}`,
  admin: (view: string) => `/jira/settings/${view}`,
};

/** Follows a plain click on a link of this page without loading it anew. */
export function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.target !== "" || link.origin !== window.location.origin || event.defaultPrevented) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
