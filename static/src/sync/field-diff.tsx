import type { FieldRow } from "#contract/sync";
import { Table } from "../parts/table";

interface Props {
  readonly fields: readonly FieldRow[];
  readonly title: string;
}

const says = { push: "file wins", pull: "Jira wins", conflict: "both changed" } as const;

/** What the field was when both last agreed, and what each side holds now. */
export function FieldDiff({ fields, title }: Props) {
  return (
    <Table
      caption={`Fields of ${title}`}
      columns={[
        { name: "Field", heads: "row", render: (field) => field.field },
        { name: "Last agreed", render: (field) => <Value value={field.base} /> },
        { name: "File", render: (field) => <Value value={field.plan} /> },
        { name: "Jira", render: (field) => <Value value={field.jira} /> },
        { name: "Then", render: (field) => <span className="nowrap">{says[field.step]}</span> },
      ]}
      rows={fields}
      rowKey={(field) => field.field}
    />
  );
}

export function Value({ value }: { readonly value: string | null }) {
  return value === null || value === "" ? <span className="faint">empty</span> : <span className="value">{value}</span>;
}
