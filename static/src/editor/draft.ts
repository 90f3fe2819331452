import { ask, flagRefusal } from "../bridge";

/** Longer than this, a text is kept on the screen only. */
const mostLetters = 60_000;
const pauseMs = 800;

export interface DraftKeeper {
  /** Soon, and at most once for everything typed within a moment. */
  readonly keep: (text: string) => void;
  readonly forget: () => void;
}

/** What somebody has written and not applied outlives a reload, and follows them to another machine. */
export function draftKeeper(plan: string, held: string): DraftKeeper {
  let waiting: number | undefined;
  const send = (text: string | null) => void ask("saveDraft", { plan, text }).catch(flagRefusal);
  return {
    keep(text) {
      window.clearTimeout(waiting);
      if (text.length > mostLetters) return;
      waiting = window.setTimeout(() => send(text === held ? null : text), pauseMs);
    },
    forget() {
      window.clearTimeout(waiting);
      send(null);
    },
  };
}
