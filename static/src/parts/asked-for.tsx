import type { ReactNode } from "react";
import type { RefusalView } from "#contract/reply";
import { RefusalNote } from "./refusal-note";
import { Skeleton } from "./skeleton";

type State<T> =
  | { readonly kind: "waiting" }
  | { readonly kind: "refused"; readonly refusal: RefusalView }
  | { readonly kind: "ready"; readonly value: T };

interface Props<T> {
  readonly state: State<T>;
  readonly what: string;
  readonly onAgain?: () => void;
  readonly waiting?: ReactNode;
  readonly children: (value: T) => ReactNode;
}

/** The three states of something that was asked for; the fourth, empty, belongs to what is shown. */
export function AskedFor<T>({ state, what, onAgain, waiting, children }: Props<T>) {
  switch (state.kind) {
    case "waiting":
      return waiting ?? <Skeleton label={`Loading ${what}`} lines={[30, 90, 100, 80, 95, 60]} />;
    case "refused":
      return <RefusalNote refusal={state.refusal} onAgain={onAgain} />;
    case "ready":
      return children(state.value);
  }
}
