import type { LinkRow, ProposalRow, ProposalView } from "#contract/sync";
import { FieldDiff } from "./field-diff";
import { ItemLink } from "../parts/item-link";

const groups: readonly { readonly action: ProposalRow["action"]; readonly title: string; readonly says: string }[] = [
  { action: "refusal", title: "Refused", says: "These stay as they are until what is said here is mended." },
  { action: "create", title: "Create", says: "New work items." },
  { action: "update", title: "Update", says: "The file changed; Jira follows." },
  { action: "pull", title: "Take from Jira", says: "Jira changed; the plan follows." },
  {
    action: "orphan",
    title: "Left in Jira",
    says: "No longer in the file. Nothing is deleted; they only stop being kept in step.",
  },
];

const mostShown = 100;

export function ProposalGroups({ proposal }: { readonly proposal: ProposalView }) {
  return (
    <div className="stack stack-tight">
      {groups.map(({ action, title, says }) => {
        const rows = proposal.rows.filter((row) => row.action === action);
        if (rows.length === 0) return null;
        return (
          <details key={action} className="group" open={action === "refusal" || rows.length <= 12}>
            <summary>
              {title} ({rows.length})
            </summary>
            <p className="faint">{says}</p>
            <ul className="rows">
              {rows.slice(0, mostShown).map((row) => (
                <Row key={row.item} row={row} />
              ))}
            </ul>
            {rows.length > mostShown ? (
              <p className="subtle">and {rows.length - mostShown} more of the same kind</p>
            ) : null}
          </details>
        );
      })}
      <Links links={proposal.links} />
    </div>
  );
}

function Row({ row }: { readonly row: ProposalRow }) {
  const head = (
    <>
      <span className="tag">{row.kind}</span>
      <span className="row-title">{row.title}</span>
      {row.key === null ? <span className="faint">{row.item}</span> : <ItemLink itemKey={row.key} />}
    </>
  );
  if (row.refusal !== null) {
    return (
      <li className="proposal-row">
        <div className="row-head">{head}</div>
        <p>{row.refusal.message}</p>
        <p className="note-mend">{row.refusal.mend}</p>
      </li>
    );
  }
  if (row.fields.length === 0) return <li className="proposal-row row-head">{head}</li>;
  return (
    <li className="proposal-row">
      <details>
        <summary className="row-head">{head}</summary>
        <FieldDiff fields={row.fields} title={row.title} />
      </details>
    </li>
  );
}

function Links({ links }: { readonly links: readonly LinkRow[] }) {
  if (links.length === 0) return null;
  return (
    <details className="group">
      <summary>Links ({links.length})</summary>
      <ul className="rows">
        {links.slice(0, mostShown).map((link) => (
          <li key={`${link.action} ${link.from} ${link.to} ${link.label}`} className="proposal-row row-head">
            <span className="tag">{link.action}</span>
            <span className="row-title">
              {link.from} <span className="faint">{link.label}</span> {link.to}
            </span>
          </li>
        ))}
      </ul>
      {links.length > mostShown ? <p className="subtle">and {links.length - mostShown} more</p> : null}
    </details>
  );
}
