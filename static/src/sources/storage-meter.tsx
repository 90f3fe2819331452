import type { StorageView } from "#contract/storage";
import { AskedFor } from "../parts/asked-for";
import { useAsk } from "../parts/use-ask";

/** How much room the facts of the plan take beside those of the whole site. */
export function StorageMeter({ plan }: { readonly plan: string }) {
  const { state, again } = useAsk("storage", { plan });
  return (
    <section className="stack stack-tight" aria-label="Storage">
      <h2>Storage</h2>
      <AskedFor state={state} what="the storage" onAgain={again}>
        {(storage) => <Meter storage={storage} />}
      </AskedFor>
    </section>
  );
}

function Meter({ storage }: { readonly storage: StorageView }) {
  const { at, rows, bytes, siteBytes, budgetBytes, totalledWeeks } = storage;
  if (at === null) return <p>Measured once a day; not measured yet.</p>;
  return (
    <>
      <progress className="meter" max={budgetBytes} value={siteBytes} aria-label="Room taken" />
      <p>
        This plan: {rows.toLocaleString("en")} rows, about {megabytes(bytes)} MB. All plans: {megabytes(siteBytes)} of{" "}
        {megabytes(budgetBytes)} MB.
      </p>
      <p className="subtle">
        Beyond four fifths old weeks are kept as totals by themselves. A plan nobody reports to is forgotten after 400
        days.
        {totalledWeeks === 0 ? "" : ` Of ${totalledWeeks} weeks of this plan only totals are kept since the last look.`}
      </p>
    </>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(bytes < 10 * 1024 ** 2 ? 1 : 0);
}
