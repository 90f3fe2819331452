import { useEffect, useSyncExternalStore } from "react";

/** Runs that some part of this page shows in full, so that no other part announces them as well. */
let followed: ReadonlyMap<string, number> = new Map();
const heard = new Set<() => void>();
/** Whose result need not be brought up again once it was closed. */
const everFollowed = new Set<string>();

export const wasFollowed = (run: string): boolean => everFollowed.has(run);

export function useFollowing(run: string): void {
  useEffect(() => {
    change(run, 1);
    return () => change(run, -1);
  }, [run]);
}

export function useFollowed(): ReadonlyMap<string, number> {
  return useSyncExternalStore(
    (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    () => followed,
  );
}

function change(run: string, by: number): void {
  everFollowed.add(run);
  const times = (followed.get(run) ?? 0) + by;
  const rest = [...followed].filter(([one]) => one !== run);
  followed = new Map(times > 0 ? [...rest, [run, times]] : rest);
  for (const listener of heard) listener();
}
