import { useState } from "react";
import type { ItemSourceView } from "#contract/work-items";
import { ask, flag, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { useAsk } from "../parts/use-ask";
import { CountingCard } from "./counting-card";
import { NewCounting } from "./new-counting";

/** Tickets and work done that Jira itself knows of: defined once, and looked at ever after. */
export function CountedItems({ plan }: { readonly plan: string }) {
  const { state, again } = useAsk("listItemSources", { plan });
  const [busy, setBusy] = useState(false);
  const carryOut = async (asked: Promise<ItemSourceView | null>, said: string) => {
    setBusy(true);
    try {
      const source = await asked;
      // What kept a look from being complete stands on its card.
      if (source === null || source.refused === null) flag({ type: "success", title: said });
    } catch (error) {
      flagRefusal(error);
    }
    again();
    setBusy(false);
  };
  return (
    <section className="stack" aria-label="Counted from Jira">
      <h2>Counted from Jira</h2>
      <p className="subtle">
        A ticket, or a piece of work, defined as work items. The app looks every quarter of an hour, and as soon as
        something happens there; numbers are shown to whoever may browse the space they come from.
      </p>
      <AskedFor state={state} what="what is counted from Jira" onAgain={again}>
        {(sources) => (
          <>
            {sources.length === 0 ? <p>Nothing is counted from Jira yet.</p> : null}
            {sources.map((source) => (
              <CountingCard
                key={source.id}
                source={source}
                busy={busy}
                onLook={(accept) =>
                  void carryOut(ask("lookNow", { plan, source: source.id, accept }), "Looked through")
                }
                onRemove={() => void carryOut(ask("removeItems", { plan, source: source.id }), "Source removed")}
              />
            ))}
          </>
        )}
      </AskedFor>
      <NewCounting plan={plan} onDefined={again} />
    </section>
  );
}
