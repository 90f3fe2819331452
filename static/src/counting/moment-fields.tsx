import { Choice } from "../parts/choice";
import { categories } from "./counting-words";
import type { Draft } from "./draft";
import { TextField } from "../parts/text-field";

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

const moments: readonly (readonly [Draft["moment"], string])[] = [
  ["created", "It is created"],
  ["reached", "It reaches a category"],
  ["moved", "It moves to a status"],
  ["commented", "Somebody comments"],
];

const reached: readonly (readonly [Draft["category"], string])[] = [
  ["new", categories.new],
  ["indeterminate", categories.indeterminate],
  ["done", categories.done],
];

/** The moment that counts as work done. */
export function MomentFields({ draft, onChange }: Props) {
  return (
    <>
      <Choice title="Counts when" value={draft.moment} options={moments} onChange={(moment) => onChange({ moment })} />
      {draft.moment === "reached" ? (
        <Choice
          title="Category"
          value={draft.category}
          options={reached}
          onChange={(category) => onChange({ category })}
        />
      ) : null}
      {draft.moment === "moved" ? (
        <TextField
          title="Status"
          value={draft.status}
          most={80}
          example="Shipped"
          onChange={(status) => onChange({ status })}
        />
      ) : null}
    </>
  );
}
