import { useState } from "react";
import type { CommentsView } from "#contract/deck";
import { ask, flagRefusal } from "../bridge";
import type { Asked } from "../parts/use-ask";
import { useAsk } from "../parts/use-ask";

export interface Comments {
  readonly state: Asked<CommentsView>;
  readonly again: () => void;
  /** Whether it was kept. */
  readonly say: (slide: string, text: string) => Promise<boolean>;
}

/** What was said of the slides of one deck; an answer to what is said now holds over the one before. */
export function useComments(plan: string, wave: string | null): Comments {
  const { state, again } = useAsk("deckComments", { plan, wave });
  const [kept, setKept] = useState<CommentsView | null>(null);
  const say = async (slide: string, text: string): Promise<boolean> => {
    try {
      setKept(await ask("commentSlide", { plan, wave, slide, text }));
      return true;
    } catch (error) {
      flagRefusal(error);
      return false;
    }
  };
  return { state: kept?.wave === wave ? { kind: "ready", value: kept } : state, again, say };
}
