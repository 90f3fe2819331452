import { useState } from "react";
import type { ItemSourceView } from "#contract/work-items";
import { sayInstant } from "../parts/day";
import { count } from "../parts/share";
import { inWords } from "./counting-words";

interface Props {
  readonly source: ItemSourceView;
  readonly busy: boolean;
  readonly onLook: (accept: boolean) => void;
  readonly onRemove: () => void;
}

/** A source that counts work items: what it counts, how far it has seen, and what keeps it from seeing further. */
export function CountingCard({ source, busy, onLook, onRemove }: Props) {
  const { name, counting, lookedAt } = source;
  return (
    <article className="tile stack stack-tight" aria-label={name}>
      <div className="row row-apart">
        <h3>{name}</h3>
        <span className="subtle">
          {lookedAt === null ? "not yet looked through" : `looked through ${sayInstant(lookedAt)}`}
        </span>
      </div>
      <pre className="code">{counting.jql}</pre>
      <p>{inWords(counting)}</p>
      <p className="subtle">{numbersOf(source)}</p>
      <Trouble source={source} busy={busy} onAccept={() => onLook(true)} />
      <div className="row">
        <button type="button" className="button" disabled={busy} onClick={() => onLook(false)}>
          Look now
        </button>
        <Removing source={source} busy={busy} onRemove={onRemove} />
      </div>
    </article>
  );
}

function numbersOf({ counting, numbers, spaces, readSoFar }: ItemSourceView): string {
  if (numbers === null) return `No number here: Jira does not show you all work items of ${spaces.join(", ")}.`;
  const { items, counted, services, nobody, setAside } = numbers;
  const things = counting.counts === "ticket" ? count(counted, "ticket") : count(counted, "transaction");
  const found = items === null ? "" : `${count(items, "work item")}; `;
  const apart = [
    services === 0 ? "" : `, ${services.toLocaleString("en")} by apps excluded`,
    nobody === 0 ? "" : `, ${nobody.toLocaleString("en")} by nobody Jira names`,
    setAside === 0 ? "" : `, ${count(setAside, "duplicate, spam or alert", "duplicates, spam or alerts")} left out`,
    readSoFar === null ? "" : `; ${count(readSoFar, "work item")} read in this round, which goes on by itself`,
  ];
  return `${found}${things} read${apart.join("")}.`;
}

function Trouble({
  source: { refused },
  busy,
  onAccept,
}: Pick<Props, "source" | "busy"> & { readonly onAccept: () => void }) {
  if (refused === null) return null;
  return (
    <div className="note note-refused" role="alert">
      <p>{refused.message} Nothing after the last complete look counts as seen.</p>
      <p className="note-mend">{refused.mend}</p>
      {refused.kind === "shrunk" ? (
        <div className="row">
          <button type="button" className="button" disabled={busy} onClick={onAccept}>
            They are gone: count on
          </button>
        </div>
      ) : null}
    </div>
  );
}

function Removing({ source: { name, counting }, busy, onRemove }: Pick<Props, "source" | "busy" | "onRemove">) {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <button type="button" className="button" onClick={() => setSure(true)}>
        Remove …
      </button>
    );
  }
  return (
    <>
      <span className="subtle">
        {counting.counts === "ticket" ? "Its tickets go with it." : "What it counted stays."}
      </span>
      <button type="button" className="button button-primary" disabled={busy} onClick={onRemove}>
        Yes, remove {name}
      </button>
      <button type="button" className="button" onClick={() => setSure(false)}>
        Keep it
      </button>
    </>
  );
}
