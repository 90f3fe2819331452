import { Choice } from "./choice";
import { categories } from "./counting-words";
import type { Draft } from "./draft";

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
        <label className="labelled">
          <span>Status</span>
          <input
            value={draft.status}
            maxLength={80}
            placeholder="Shipped"
            onChange={(event) => onChange({ status: event.target.value })}
          />
        </label>
      ) : null}
    </>
  );
}
