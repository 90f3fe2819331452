import { useState } from "react";
import type { OpenReview, ReviewView } from "#contract/reviews";

export type Side = ReviewView["people"][number]["side"];

interface Props {
  readonly view: ReviewView;
  readonly review: OpenReview;
  readonly busy: boolean;
  readonly onTick: (person: string, side: Side, present: boolean) => void;
}

const sides: readonly (readonly [Side, string])[] = [
  ["buyer", "Buyer"],
  ["supplier", "Supplier"],
];

/** Who is in the room, by the side they speak for. Without both it is a meeting and no review, and that is said at once. */
export function ReviewRoom({ view, review, busy, onTick }: Props) {
  return (
    <section className="stack stack-tight" aria-label="Who is here">
      <div className="review-sides">
        {sides.map(([side, word]) => (
          <SideList key={side} side={side} word={word} view={view} review={review} busy={busy} onTick={onTick} />
        ))}
      </div>
      <p role="status" className={review.missing.length === 0 ? "subtle" : "wrong"}>
        {review.missing.length === 0
          ? "Both sides are here: this counts as a review."
          : `Nobody is here for the ${review.missing.join(" and the ")}: so far this does not count as a review.`}
      </p>
    </section>
  );
}

interface ListProps extends Props {
  readonly side: Side;
  readonly word: string;
}

function SideList({ side, word, view, review, busy, onTick }: ListProps) {
  const [name, setName] = useState("");
  const here = review.present.filter((one) => one.side === side).map(({ person }) => person);
  const named = view.people.filter((one) => one.side === side || one.side === "joint").map(({ person }) => person);
  const people = [...new Set([...named, ...here])];
  return (
    <fieldset className="review-side">
      <legend>{word}</legend>
      {people.map((person) => (
        <label key={person} className="row">
          <input
            type="checkbox"
            checked={here.includes(person)}
            disabled={busy}
            onChange={(event) => onTick(person, side, event.target.checked)}
          />
          {person}
        </label>
      ))}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          onTick(name.trim(), side, true);
          setName("");
        }}
      >
        <input
          type="text"
          aria-label={`Somebody else for the ${word.toLowerCase()}`}
          placeholder="Somebody else"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={busy || name.trim() === ""}>
          Add
        </button>
      </form>
    </fieldset>
  );
}
