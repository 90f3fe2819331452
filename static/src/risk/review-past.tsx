import type { MinuteView, PastReview } from "#contract/reviews";
import { CopyButton } from "../parts/copy-button";
import { sayDuration, sayInstant } from "../parts/day";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { Table } from "../parts/table";

/** Every review as its minutes; the newest lies open, since the room has just come out of it. */
export function PastReviews({ past }: { readonly past: readonly PastReview[] }) {
  if (past.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h2>Reviews so far</h2>
      {past.map((review, at) => (
        <details key={review.id} open={at === 0} className="review-past">
          <summary>
            {sayInstant(review.openedAt)} · {review.minutes} min · {count(review.decisions.length, "decision")} ·{" "}
            <strong>{sayHeld(review)}</strong>
          </summary>
          <Minutes review={review} />
        </details>
      ))}
    </section>
  );
}

function Minutes({ review }: { readonly review: PastReview }) {
  return (
    <div className="stack stack-tight">
      <p>{sayPresent(review)}</p>
      {review.decisions.length === 0 ? (
        <p className="subtle">Nothing was decided.</p>
      ) : (
        <Table
          caption="Minutes"
          columns={[
            { name: "Risk", heads: "row", render: (row: MinuteView) => row.title },
            { name: "Key", render: (row) => <ItemLink itemKey={row.key} /> },
            { name: "Decision", render: (row) => <Said row={row} /> },
            { name: "By", render: (row) => row.by },
            { name: "Took", align: "end", render: (row) => sayDuration(row.seconds) },
          ]}
          rows={review.decisions}
          rowKey={(row) => row.key}
        />
      )}
      <div className="row">
        <CopyButton text={asText(review)} label="Copy the minutes" />
      </div>
    </div>
  );
}

function Said({ row }: { readonly row: MinuteView }) {
  return (
    <>
      {row.said}
      {row.note === "" ? null : <span className="subtle"> {row.note}</span>}
      {row.overruled.map((said) => (
        <span key={said} className="subtle">
          {" "}
          {row.isContested ? "Not seen and not standing: " : "Before: "}
          {said}.
        </span>
      ))}
    </>
  );
}

function sayHeld({ isHeld, missing }: PastReview): string {
  return isHeld ? "held" : `not held: nobody for the ${missing.join(" and the ")}`;
}

function sayPresent({ present }: PastReview): string {
  const side = (word: string, people: readonly string[]) => `${word}: ${people.join(", ") || "nobody"}`;
  return `${side("Buyer", present.buyer)}. ${side("Supplier", present.supplier)}.`;
}

function asText(review: PastReview): string {
  const head = [`Risk review of ${sayInstant(review.openedAt)}, ${sayHeld(review)}.`, sayPresent(review), ""];
  const lines = review.decisions.map(({ key, title, said, note }) =>
    [`${key} ${title}: ${said}.`, note].filter(Boolean).join(" "),
  );
  return [...head, ...lines].join("\n");
}
