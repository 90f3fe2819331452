import type { FieldRow, ProposalRow } from "#contract/sync";

export type Side = "file" | "jira";
/** How each conflict is settled, by `item/field`. */
export type Choices = Readonly<Record<string, Side>>;

export interface Conflict {
  readonly name: string;
  readonly row: ProposalRow;
  readonly field: FieldRow;
}

export function conflictsOf(rows: readonly ProposalRow[]): readonly Conflict[] {
  return rows.flatMap((row) =>
    row.fields.flatMap((field) =>
      field.step === "conflict" ? [{ name: `${row.item}/${field.field}`, row, field }] : [],
    ),
  );
}

/** One side for all of these, whatever was chosen before. */
export function settleAll(conflicts: readonly Conflict[], side: Side): Choices {
  return Object.fromEntries(conflicts.map(({ name }) => [name, side]));
}
