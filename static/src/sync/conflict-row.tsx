import { useContext } from "react";
import type { KeyboardEvent } from "react";
import { ItemLink } from "../parts/item-link";
import type { Conflict, Side } from "./conflicts";
import { TextChange } from "./field-diff";
import { fieldName, fieldText } from "./field-words";
import { NamesContext, namesPeople } from "./use-names";

interface Props {
  readonly conflict: Conflict;
  readonly chosen: Side | undefined;
  /** The one that a Tab into the list reaches. */
  readonly isCurrent: boolean;
  readonly onPick: (side: Side) => void;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** What both last agreed on, and what each side made of it, the changed words marked. */
export function ConflictRow({ conflict, chosen, isCurrent, onPick, onFocus, onKey }: Props) {
  const { name, row, field } = conflict;
  const tab = isCurrent ? 0 : -1;
  return (
    <li className="conflict" tabIndex={tab} onKeyDown={onKey} onFocus={onFocus}>
      <fieldset>
        <legend>
          {row.title} · <strong>{fieldName(field.field)}</strong>{" "}
          {row.key === null ? null : <ItemLink itemKey={row.key} />}
          {chosen === undefined ? null : (
            <span className="tag tag-good">{chosen === "file" ? "file kept" : "Jira kept"}</span>
          )}
        </legend>
        <Agreed field={field} />
        {(["file", "jira"] as const).map((side) => (
          <label key={side} className={chosen === side ? "side side-chosen" : "side"}>
            <input type="radio" name={name} tabIndex={tab} checked={chosen === side} onChange={() => onPick(side)} />
            <span className="side-text">
              <strong>{side === "file" ? "File" : "Jira"}</strong>{" "}
              {field.field === "item" ? (
                ends[side]
              ) : (
                <TextChange field={field.field} before={field.base} after={side === "file" ? field.plan : field.jira} />
              )}
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}

/** A work item that is gone has no words to compare. */
const ends = { file: "Bring it back, with its links", jira: "Leave it so: take it out of the file as well" } as const;

function Agreed({ field: { field, base, jira } }: Pick<Conflict, "field">) {
  const names = useContext(NamesContext);
  if (field === "item") return <p className="faint agreed">In the file, and {jira ?? "deleted"} in Jira.</p>;
  const said = namesPeople(field) ? (names.get(base ?? "") ?? base) : fieldText(base);
  return <p className="faint agreed">{said === null ? "Was empty when both last agreed." : `Last agreed: ${said}`}</p>;
}
