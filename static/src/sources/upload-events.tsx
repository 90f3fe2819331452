import type { PlanSummary } from "#contract/plans";
import { FileDrop } from "../files/file-drop";
import { sayDuration } from "../parts/day";
import { RefusalNote } from "../parts/refusal-note";
import { count } from "../parts/share";
import { CheckedEvents } from "./checked-events";
import { EventMapping } from "./event-mapping";
import { useUpload } from "./use-upload";
import type { Stage, Upload } from "./use-upload";

/** Events that no system sends by itself: a file of any columns and any size, looked at before it is sent. */
export function UploadEvents({ plan }: { readonly plan: PlanSummary }) {
  const upload = useUpload(plan);
  return (
    <section className="stack stack-tight" aria-live="polite" aria-label="Upload events">
      <h2>Upload events</h2>
      <Staged upload={upload} zone={plan.zone} />
    </section>
  );
}

function Staged({ upload, zone }: { readonly upload: Upload; readonly zone: string }) {
  const { stage, choose, leave } = upload;
  switch (stage.kind) {
    case "choose":
      return (
        <FileDrop
          label="Choose a file of events"
          hint={`or drop it here: CSV, NDJSON or a JSON array, up to a million rows and more. Times without a zone are taken to be ${zone}. Nothing is sent before you have seen what was understood.`}
          accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json"
          onFile={(file) => void choose(file)}
        />
      );
    case "refused":
      return <RefusalNote refusal={stage.refusal}>{another(leave)}</RefusalNote>;
    case "looking":
      return <Looked stage={stage} upload={upload} />;
    case "sending":
      return <Going stage={stage} onCancel={leave} />;
    case "over":
      return <Over stage={stage} onAgain={leave} />;
  }
}

type At<K extends Stage["kind"]> = Extract<Stage, { readonly kind: K }>;

function Looked({ stage, upload }: { readonly stage: At<"looking">; readonly upload: Upload }) {
  const { file, columns, checked, share } = stage;
  const { events, badCount } = checked ?? { events: 0, badCount: 0 };
  return (
    <div className="stack">
      <h3>{file.name}</h3>
      <EventMapping found={file.columns} columns={columns} onChange={upload.remap} />
      {checked === null ? (
        <label className="row">
          <progress max={1} value={share} />
          <span>Reading the file …</span>
        </label>
      ) : (
        <CheckedEvents checked={checked} />
      )}
      <div className="row">
        {events === 0 ? null : (
          <button type="button" className="button button-primary" onClick={() => void upload.send()}>
            {badCount === 0
              ? `Send ${count(events, "event")}`
              : `Send ${count(events, "event")}, leave out ${count(badCount, "line")}`}
          </button>
        )}
        {another(upload.leave)}
      </div>
    </div>
  );
}

function Going({ stage, onCancel }: { readonly stage: At<"sending">; readonly onCancel: () => void }) {
  const { total, taken, since, now, waitSeconds } = stage;
  const seconds = (now - since) / 1000;
  const rate = seconds > 0 ? taken / seconds : 0;
  const pace =
    rate === 0
      ? ""
      : `, ${Math.round(rate).toLocaleString("en")} a second, about ${sayDuration((total - taken) / rate)} left`;
  return (
    <div className="row">
      <progress max={total} value={taken} aria-label="Upload" />
      <span>
        {taken.toLocaleString("en")} of {count(total, "event")}
        {waitSeconds > 0 ? `. The queue is full; sending goes on in ${sayDuration(waitSeconds)}` : pace}
      </span>
      <button type="button" className="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

function Over({ stage: { sent, total }, onAgain }: { readonly stage: At<"over">; readonly onAgain: () => void }) {
  const { taken, stopped, bad } = sent;
  if (stopped === null) {
    return (
      <div className="note">
        <p>{count(taken, "event")} sent. They count as soon as they are merged, within a few minutes.</p>
        <div className="row">{another(onAgain)}</div>
      </div>
    );
  }
  return (
    <div className="note note-refused" role="alert">
      <p>{stopped}</p>
      <ul className="bullets">
        {bad.slice(0, 20).map(({ line, reason }) => (
          <li key={line}>
            Line {line.toLocaleString("en")}: {reason}
          </li>
        ))}
      </ul>
      <p className="note-mend">
        {taken.toLocaleString("en")} of {count(total, "event")} were sent. Send the same file again to go on; nothing is
        counted twice.
      </p>
      <div className="row">{another(onAgain)}</div>
    </div>
  );
}

function another(onAgain: () => void) {
  return (
    <button type="button" className="button" onClick={onAgain}>
      Choose another file
    </button>
  );
}
