import type { HistoryEntry } from "#contract/drift";
import { sayInstant } from "../parts/day";
import { ItemLink } from "../parts/item-link";
import { Table } from "../parts/table";
import { PersonName } from "./person-name";
import { TextChange } from "./field-diff";
import { fieldName } from "./field-words";
import { NamesContext, nobody } from "./use-names";

interface Props {
  readonly entries: readonly HistoryEntry[];
  readonly names: ReadonlyMap<string, string> | null;
}

const froms = { plan: "Plan's file", jira: "Jira", undo: "Taken back" } as const;

export function HistoryTable({ entries, names }: Props) {
  return (
    <NamesContext value={names ?? nobody}>
      <Table
        caption="Newest first, in your own time zone"
        columns={[
          { name: "When", heads: "row", render: ({ entry }) => <span className="nowrap">{sayInstant(entry.at)}</span> },
          {
            name: "Who",
            render: ({ entry: { by } }) => <PersonName account={by ?? ""} names={names} />,
          },
          { name: "From", render: ({ entry: { side } }) => <span className="nowrap">{froms[side]}</span> },
          { name: "Work item", render: ({ entry }) => <Subject entry={entry} /> },
          { name: "Field", render: ({ entry }) => fieldName(entry.field) },
          {
            name: "Change",
            render: ({ entry: { field, was, now } }) => <TextChange field={field} before={was} after={now} />,
          },
        ]}
        rows={entries.map((entry, at) => ({ entry, name: String(at) }))}
        rowKey={({ name }) => name}
      />
    </NamesContext>
  );
}

function Subject({ entry: { key, title, item } }: { readonly entry: HistoryEntry }) {
  return (
    <>
      {title} {key === null ? null : <ItemLink itemKey={key} />}
      {key === null && title !== item ? <span className="faint">{item}</span> : null}
    </>
  );
}
