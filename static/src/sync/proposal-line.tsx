import type { LinkRow, ProposalRow } from "#contract/sync";
import { ItemLink } from "../parts/item-link";
import { FieldDiff } from "./field-diff";
import { fieldName, toldFields } from "./field-words";
import type { Group, ProposalLine } from "./proposal-lines";

const says: Readonly<Record<Group, readonly [title: string, meaning: string]>> = {
  refusal: ["Refused", "What is said here is left out until it is mended."],
  create: ["Create", "New work items."],
  adopt: ["Take on", "Existing work items, named by key or confirmed. They are changed to what the file says."],
  update: ["Update", "The file changed; Jira follows."],
  pull: ["Take from Jira", "Jira changed; the plan follows. Nothing is written to Jira."],
  conflict: ["Conflicts", "Both changed."],
  orphan: ["Left in Jira", "No longer in the file. Nothing is deleted; they only stop being kept in step."],
  link: ["Link", "New links between work items."],
  unlink: ["Unlink", "Links that the file no longer has. The work items stay."],
};

export function GroupHead({ line }: { readonly line: Extract<ProposalLine, { kind: "head" }> }) {
  const [title, meaning] = says[line.group];
  const number =
    line.shown === line.all
      ? line.all.toLocaleString("en")
      : `${line.shown.toLocaleString("en")} of ${line.all.toLocaleString("en")}`;
  return (
    <div className="line-head">
      <h3>
        {title} ({number})
      </h3>
      <p className="faint">{meaning}</p>
    </div>
  );
}

interface RowProps {
  readonly row: ProposalRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function RowLine({ row, isOpen, onToggle }: RowProps) {
  return (
    <div className="line">
      <div className="row-head">
        <span className="tag">{row.kind}</span>
        {row.fields.length === 0 ? (
          <span className="row-title">{row.title}</span>
        ) : (
          <button type="button" className="row-title row-open" aria-expanded={isOpen} onClick={onToggle}>
            {row.title}{" "}
            <span className="faint">
              {toldFields(row.fields)
                .map(({ field }) => fieldName(field))
                .join(", ")}
            </span>
          </button>
        )}
        {row.key === null ? <span className="faint">{row.item}</span> : <ItemLink itemKey={row.key} />}
      </div>
      {row.refusal === null ? null : (
        <div className="line-more">
          <p>{row.refusal.message}</p>
          <p className="note-mend">{row.refusal.mend}</p>
          {row.refusal.stops === "field" ? <p className="faint">The rest of it is synced.</p> : null}
        </div>
      )}
      {isOpen ? (
        <div className="line-more">
          <FieldDiff fields={row.fields} title={row.title} />
        </div>
      ) : null}
    </div>
  );
}

export function LinkLine({ link }: { readonly link: LinkRow }) {
  return (
    <div className="line row-head">
      <span className="row-title">
        {link.titles.from} <span className="tag">{link.label}</span> {link.titles.to}
      </span>
    </div>
  );
}
