import type { CriticalRisksView } from "#contract/risks";
import { AskedFor } from "../parts/asked-for";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { Table } from "../parts/table";
import { useAsk } from "../parts/use-ask";

/** What can move the end of the plan: the risks a steering group asks about first. */
export function CriticalPart({ plan }: { readonly plan: string }) {
  const { state, again } = useAsk("criticalRisks", { plan });
  return (
    <AskedFor state={state} what="the risks on the critical path" onAgain={again}>
      {(view) => <Critical view={view} />}
    </AskedFor>
  );
}

type Row = CriticalRisksView["risks"][number];

function Critical({ view }: { readonly view: CriticalRisksView }) {
  return (
    <section className="stack stack-tight">
      <h2>On the critical path</h2>
      <p>
        {view.open === 0
          ? "No open risk threatens a critical step."
          : `${count(view.open, "open risk")} with an exposure of ${String(view.exposure)} can move the end of the plan.`}
      </p>
      {view.open === 0 ? null : (
        <Table
          caption="Risks on the critical path, the heaviest first"
          columns={[
            { name: "Risk", heads: "row", render: (row: Row) => row.title },
            { name: "Key", render: (row) => <ItemLink itemKey={row.key} /> },
            { name: "Exposure", align: "end", render: (row) => row.exposure },
            { name: "Critical steps it threatens", render: (row) => row.steps.join("; ") },
          ]}
          rows={view.risks}
          rowKey={(row) => row.key}
        />
      )}
    </section>
  );
}
