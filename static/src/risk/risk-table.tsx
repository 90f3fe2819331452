import type { RiskBoardView } from "#contract/risks";
import { ItemLink } from "../parts/item-link";
import { Exposure } from "./risk-card";
import { RiskTag } from "./risk-tag";
import { Table } from "../parts/table";

/** The board's twin: the same risks, largest exposure first. */
export function RiskTable({ board }: { readonly board: RiskBoardView }) {
  const rows = board.lanes
    .flatMap(({ tag, cards }) => cards.map((card) => ({ ...card, tag })))
    .toSorted((a, b) => b.exposure - a.exposure);
  return (
    <Table
      caption={`${String(rows.length)} risks, largest exposure first`}
      columns={[
        { name: "Risk", heads: "row", render: (row) => row.title },
        { name: "Key", render: (row) => <ItemLink itemKey={row.key} /> },
        { name: "Tag", render: (row) => <RiskTag tag={row.tag} /> },
        { name: "Status", render: (row) => row.status },
        { name: "Exposure", align: "end", render: (row) => <Exposure {...row} /> },
        { name: "Owner", render: (row) => row.owner ?? "nobody yet" },
        { name: "Side", render: (row) => row.side ?? "–" },
        { name: "Days untouched", align: "end", render: (row) => row.staleDays },
      ]}
      rows={rows}
      rowKey={(row) => row.key}
    />
  );
}
