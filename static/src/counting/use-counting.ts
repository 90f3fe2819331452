import { useState } from "react";
import type { RefusalView } from "#contract/reply";
import type { ItemsPreview, WorkItemCounting } from "#contract/work-items";
import { ask, flag, refusalOf } from "../bridge";
import { countingOf, emptyDraft } from "./draft";
import type { Draft } from "./draft";

export type CountingState =
  | { readonly kind: "open" | "looking" | "saving" }
  | { readonly kind: "refused"; readonly refusal: RefusalView }
  /** Of exactly this definition: another one wants another look. */
  | { readonly kind: "seen"; readonly counting: WorkItemCounting; readonly preview: ItemsPreview };

/** A definition on its way: filled in, looked at, saved. */
export function useCounting(plan: string, onDefined: () => void) {
  const [draft, setDraft] = useState(emptyDraft);
  const [state, setState] = useState<CountingState>({ kind: "open" });
  const attempt = async (kind: "looking" | "saving", carryOut: () => Promise<CountingState>) => {
    setState({ kind });
    try {
      setState(await carryOut());
    } catch (error) {
      setState({ kind: "refused", refusal: refusalOf(error) });
    }
  };
  const look = (counting: WorkItemCounting) =>
    attempt("looking", async () => {
      return { kind: "seen", counting, preview: await ask("previewItems", { plan, counting }) };
    });
  const save = (counting: WorkItemCounting) =>
    attempt("saving", async () => {
      const name = draft.name.trim();
      await ask("defineItems", { plan, name, counting });
      flag({ type: "success", title: `“${name}” counts from now on` });
      setDraft(emptyDraft);
      onDefined();
      return { kind: "open" };
    });
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    // A name changes nothing of what was found.
    if (!("name" in part)) setState({ kind: "open" });
  };
  return { draft, state, counting: countingOf(draft), look, save, change };
}
