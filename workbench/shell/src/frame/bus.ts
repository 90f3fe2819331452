import { onLive } from "../live";

type Hear = (payload: unknown) => unknown;

/** Events between the app's frames of this page, and those Jira itself tells them. A frame also hears its own. */
const heard = new Map<string, Set<Hear>>();

export function emit(event: string, payload: unknown): void {
  heard.get(event)?.forEach((hear) => hear(payload));
}

export function listen(event: string, hear: Hear): () => void {
  const all = heard.get(event) ?? new Set();
  heard.set(event, all.add(hear));
  return () => void all.delete(hear);
}

onLive((event) => {
  if (event.kind === "work-item") emit("JIRA_ISSUE_CHANGED", { issueKey: event.key, eventType: event.eventType });
});
