import type { RollbacksView } from "#contract/rollbacks";
import { useAsk } from "../parts/use-ask";

export type NameOf = (words: string | null) => string;

/** The plan's words for people as the names Jira shows; asked once, the words themselves until then. */
export function useNames({ rollbacks }: RollbacksView): NameOf {
  const words = rollbacks.flatMap(({ owner, runbook, runs }) => [
    owner,
    ...runbook.map((step) => step.owner),
    ...runs.flatMap(({ steps }) => steps.map((step) => step.owner)),
  ]);
  const asked = [...new Set(words.filter((word) => word !== null))].toSorted().slice(0, 60);
  const { state } = useAsk("namesOf", { words: asked });
  const names = state.kind === "ready" ? state.value : {};
  return (word) => (word === null ? "nobody yet" : (names[word] ?? word));
}
