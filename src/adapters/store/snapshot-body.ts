import type { SnapshotView } from "#contract/adoption";

/** Written by this app alone, so its shape is the one of the release that wrote it; an older one is computed anew. */
export const snapshotVersion = 5;

export function snapshotBody(text: string): SnapshotView | null {
  const body: unknown = JSON.parse(text);
  return isCurrent(body) ? body : null;
}

function isCurrent(body: unknown): body is SnapshotView {
  return typeof body === "object" && body !== null && "version" in body && body.version === snapshotVersion;
}
