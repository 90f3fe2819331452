import { useCallback, useEffect, useState } from "react";
import type { Replies, RequestName, RequestOf } from "#contract/requests";
import type { RefusalView } from "#contract/reply";
import { ask, refusalOf } from "../bridge";

export type Asked<T> =
  | { readonly kind: "waiting" }
  | { readonly kind: "refused"; readonly refusal: RefusalView }
  | { readonly kind: "ready"; readonly value: T };

export interface Question<T> {
  readonly state: Asked<T>;
  /** Asks again and keeps what is shown until the answer is there. */
  readonly again: () => void;
}

/** Asks when shown and whenever the request changes; an answer that comes after a newer request is dropped. */
export function useAsk<N extends RequestName>(name: N, request: RequestOf<N>): Question<Replies[N]> {
  const [state, setState] = useState<Asked<Replies[N]>>({ kind: "waiting" });
  const [round, setRound] = useState(0);
  const wanted = JSON.stringify([round, request]);
  useEffect(() => {
    let current = true;
    const keep = (next: Asked<Replies[N]>) => {
      if (current) setState(next);
    };
    const [, asked]: [number, RequestOf<N>] = JSON.parse(wanted);
    ask(name, asked).then(
      (value) => keep({ kind: "ready", value }),
      (error: unknown) => keep({ kind: "refused", refusal: refusalOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [name, wanted]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { state, again };
}
