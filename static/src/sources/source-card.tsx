import { useState } from "react";
import type { SourceView } from "#contract/sources";
import { CopyButton } from "../parts/copy-button";
import { sayDay } from "../parts/day";
import { count } from "../parts/share";

interface Props {
  readonly source: SourceView;
  readonly busy: boolean;
  readonly onRotate: () => void;
  readonly onRemove: () => void;
}

export function SourceCard({ source, busy, onRotate, onRemove }: Props) {
  const [sure, setSure] = useState(false);
  return (
    <article className="tile stack stack-tight" aria-label={source.name}>
      <div className="row row-apart">
        <h3>{source.name}</h3>
        <span className="subtle">
          {source.lastSeen === null ? "never heard from" : `last heard ${sayDay(source.lastSeen)}`}
        </span>
      </div>
      <pre className="code">{source.url}</pre>
      <p className="subtle">
        {count(source.accepted, "event")} accepted, {source.excluded.toLocaleString("en")} excluded (sandbox or
        service), {count(source.refused, "batch", "batches")} refused lately, {count(source.keys, "key")} in force.
      </p>
      {source.refusals.length === 0 ? null : <Refusals refusals={source.refusals} />}
      <div className="row">
        <CopyButton text={source.url} label="Copy address" />
        <button type="button" className="button" disabled={busy} onClick={onRotate}>
          New key
        </button>
        {sure ? (
          <>
            <button type="button" className="button button-primary" disabled={busy} onClick={onRemove}>
              Yes, remove {source.name}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              Keep it
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => setSure(true)}>
            Remove …
          </button>
        )}
      </div>
    </article>
  );
}

function Refusals({ refusals }: Pick<SourceView, "refusals">) {
  return (
    <details>
      <summary>Refused batches: lines and reasons</summary>
      <ul className="bullets">
        {refusals.map(({ batch, at, bad }) => (
          <li key={batch}>
            {sayDay(at)}, batch {batch}
            <ul className="bullets">
              {bad.slice(0, 10).map(({ line, reason }) => (
                <li key={`${String(line)} ${reason}`}>
                  line {line}: {reason}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
