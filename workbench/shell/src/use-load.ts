import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { said } from "./call";
import { onLive } from "./live";

export interface Loaded<T> {
  readonly value: T | null;
  readonly error: string | null;
  readonly reload: () => void;
}

interface Got<T> {
  readonly key: string;
  readonly round: number;
  readonly value: T | null;
  readonly error: string | null;
}

/** Loads when `key` changes; the last value of the same key stands meanwhile. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [got, setGot] = useState<Got<T>>({ key, round: 0, value: null, error: null });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  // `load` is a new function at each render; what it loads is named by `key`.
  const ask = useEffectEvent(load);
  useEffect(() => {
    let current = true;
    ask().then(
      (value) => current && setGot({ key, round, value, error: null }),
      (error: unknown) => current && setGot({ key, round, value: null, error: said(error) }),
    );
    return () => {
      current = false;
    };
  }, [key, round]);
  const fits = got.key === key;
  return { value: fits ? got.value : null, error: fits ? got.error : null, reload };
}

/** A bulk import tells of every work item it makes; one reload answers for all that came in this time. */
const gatherMs = 400;

/** As `useLoad`, and again when a work item changes or the clock moves. */
export function useLive<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const loaded = useLoad(key, load);
  const { reload } = loaded;
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const quiet = onLive((event) => {
      if (event.kind !== "work-item" && event.kind !== "clock") return;
      clearTimeout(due);
      due = setTimeout(reload, gatherMs);
    });
    return () => {
      clearTimeout(due);
      quiet();
    };
  }, [reload]);
  return loaded;
}
