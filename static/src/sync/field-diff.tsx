import { useContext } from "react";
import type { FieldRow } from "#contract/sync";
import { fieldName, fieldText, toldFields } from "./field-words";
import { NamesContext, namesPeople, unquoted } from "./use-names";
import { wordDiff } from "./word-diff";

interface Props {
  readonly fields: readonly FieldRow[];
  readonly title: string;
}

const says = {
  push: "File to Jira",
  pull: "Jira to plan",
  conflict: "Both changed",
} as const;

/** Field by field what is there now and what will be, the words that change marked in the text itself. */
export function FieldDiff({ fields, title }: Props) {
  const isMixed = new Set(fields.map(({ step }) => step)).size > 1;
  return (
    <dl className="diffs" aria-label={`Fields of ${title}`}>
      {toldFields(fields).map((field) => (
        <div key={field.field} className="diff">
          <dt>
            {fieldName(field.field)} {isMixed ? <span className="faint">{says[field.step]}</span> : null}
          </dt>
          <dd>
            <Change field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Change({ field }: { readonly field: FieldRow }) {
  const { step, base, plan, jira } = field;
  if (step === "push") return <TextChange field={field.field} before={jira} after={plan} />;
  if (step === "pull") return <TextChange field={field.field} before={plan ?? base} after={jira} />;
  return <TextChange field={field.field} before={jira} after={plan} />;
}

interface ChangeProps {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A marked change is also said: strike-through and underline carry it without colour. */
export function TextChange({ field, before, after }: ChangeProps) {
  const names = useContext(NamesContext);
  const told = (value: string | null) =>
    fieldText(namesPeople(field) ? (names.get(unquoted(value) ?? "") ?? value) : value);
  const [old, now] = [told(before), told(after)];
  const parts = old === null || now === null ? [] : wordDiff(old, now);
  // Where no word stays, two values say more than marks within one.
  if (old === null || now === null || !parts.some(({ kind }) => kind === "same")) {
    return (
      <>
        {old === null ? <span className="faint">empty</span> : <del className="gone">{old}</del>}
        <span aria-label="becomes"> → </span>
        {now === null ? <span className="faint">empty</span> : <ins className="new">{now}</ins>}
      </>
    );
  }
  return parts.map((part, at) => <Marked key={at} part={part} />);
}

function Marked({ part }: { readonly part: ReturnType<typeof wordDiff>[number] }) {
  if (part.kind === "gone") return <del className="gone">{part.text}</del>;
  if (part.kind === "new") return <ins className="new">{part.text}</ins>;
  return <span>{part.text}</span>;
}
