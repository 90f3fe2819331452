import { useState } from "react";
import type { Attendee, OpenReview } from "#contract/reviews";

export type Side = Attendee["side"];

interface Props {
  /** Whoever may be here. */
  readonly people: readonly Attendee[];
  readonly review: OpenReview;
  /** Nothing is decided yet: people are still coming in. */
  readonly isStart: boolean;
  readonly busy: boolean;
  readonly onTick: (person: string, side: Side, present: boolean) => void;
}

const sides: readonly (readonly [Side, string])[] = [
  ["buyer", "Buyer"],
  ["supplier", "Supplier"],
];

/** Who is in the room, by the side they speak for. Without both it is a meeting and no review, and that is said at once. */
export function ReviewRoom(props: Props) {
  const { review, isStart } = props;
  const isWhole = review.missing.length === 0;
  return (
    <details className="review-room" open={!isWhole || isStart} aria-label="Who is here">
      <summary>
        <span role="status" className={isWhole ? "subtle" : "wrong"}>
          {isWhole
            ? `Both sides are here: ${review.present.map(({ person }) => person).join(", ")}. This counts as a review.`
            : `Nobody is here for the ${review.missing.join(" and the ")}: so far this does not count as a review.`}
        </span>
      </summary>
      <div className="review-sides">
        {sides.map(([side, word]) => (
          <SideList key={side} side={side} word={word} {...props} />
        ))}
      </div>
    </details>
  );
}

interface ListProps extends Props {
  readonly side: Side;
  readonly word: string;
}

function SideList({ side, word, people: known, review, busy, onTick }: ListProps) {
  const [name, setName] = useState("");
  const here = review.present.filter((one) => one.side === side).map(({ person }) => person);
  const named = known.filter((one) => one.side === side || one.side === "joint").map(({ person }) => person);
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
