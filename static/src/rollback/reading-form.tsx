import { useState } from "react";
import { addDays } from "#domain/calendar/day";
import { dayAt, instantOf } from "#domain/calendar/zone";
import type { ReadingView } from "#contract/rollbacks";
import type { RequestOf } from "#contract/requests";
import type { Place } from "./place";
import { useNow } from "./use-now";

type Content = RequestOf<"enterReading">["content"];

/** What the triggers ask for, each with what was entered last and the quickest way to enter it again. */
export function Readings({ readings, place }: { readonly readings: readonly ReadingView[]; readonly place: Place }) {
  if (readings.length === 0) return null;
  return (
    <ul className="readings">
      {readings.map((reading) => (
        <li key={reading.name} className="reading">
          <div>
            <strong>{reading.name.replaceAll("-", " ")}</strong>
            <span className="subtle reading-last">{sayLast(reading, place)}</span>
          </div>
          {place.canEdit ? <Entering reading={reading} place={place} /> : null}
        </li>
      ))}
    </ul>
  );
}

function sayLast({ last }: ReadingView, { clock }: Place): string {
  return last === null ? "nothing entered yet" : `${last.said}, entered ${clock(last.at)} by ${last.by}`;
}

function Entering({ reading, place }: { readonly reading: ReadingView; readonly place: Place }) {
  const enter: Enter = (content, at = null) =>
    place.act("enterReading", { ...place.of, reading: reading.name, content, at });
  if (reading.measures === "fact") return <YesOrNo name={reading.name} busy={place.busy} onEnter={enter} />;
  return <Amount reading={reading} place={place} onEnter={enter} />;
}

/** What was read off, and when; null: just now. */
type Enter = (content: Content, at?: number | null) => Promise<boolean>;

interface FactProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onEnter: Enter;
}

function YesOrNo({ name, busy, onEnter }: FactProps) {
  return (
    <div className="row" role="group" aria-label={name}>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => void onEnter({ kind: "fact", holds: true })}
      >
        Yes, it is so
      </button>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => void onEnter({ kind: "fact", holds: false })}
      >
        No
      </button>
    </div>
  );
}

interface AmountProps {
  readonly reading: ReadingView;
  readonly place: Place;
  readonly onEnter: Enter;
}

function Amount({ reading, place, onEnter }: AmountProps) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState("");
  const [time, setTime] = useState("");
  const now = useNow(place.answered, 5000);
  const unit = reading.unit ?? "";
  const save = async () => {
    const content = readAmount(text, reading);
    setWrong(
      content === null
        ? `Enter a number, as “3 ${unit}”${reading.measures === "share" ? " or “12 of 40000”" : ""}.`
        : "",
    );
    if (content !== null && (await onEnter(content, instantBefore(now, time, place.zone)))) setText("");
  };
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        type="text"
        className="input-short"
        aria-label={`${reading.name} in ${unit || "a number"}`}
        aria-invalid={wrong !== ""}
        placeholder={`0 ${unit}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() === "" ? null : (
        <label className="row">
          read at
          <input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </label>
      )}
      <button type="submit" className="button" disabled={place.busy || text.trim() === ""}>
        Enter
      </button>
      {reading.measures === "time" ? <Stopwatch reading={reading} place={place} onEnter={onEnter} /> : null}
      {reading.measures === "number" ? <Counting reading={reading} place={place} /> : null}
      {wrong === "" ? null : <span className="wrong">{wrong}</span>}
    </form>
  );
}

/** The last time the clock of the plan's zone showed this; null for no time, which is just now. */
function instantBefore(now: number, time: string, zone: string): number | null {
  if (time === "") return null;
  const today = dayAt(now, zone);
  const at = instantOf(today, time, zone);
  return at <= now ? at : instantOf(addDays(today, -1), time, zone);
}

/** A downtime counts up by itself: nobody should have to enter it every ten minutes. */
function Stopwatch({ reading, place, onEnter }: AmountProps) {
  const isRunning = reading.last?.isRunning ?? false;
  const click = () => onEnter(isRunning ? { kind: "ended" } : { kind: "began" });
  return (
    <button type="button" className="button" disabled={place.busy} onClick={() => void click()}>
      {isRunning ? "It is over" : "Began just now"}
    </button>
  );
}

/** Counted by Jira, as whoever asks may see it. */
function Counting({ reading, place }: Pick<AmountProps, "reading" | "place">) {
  const [jql, setJql] = useState<string | null>(null);
  if (jql === null) {
    return (
      <button type="button" className="button" onClick={() => setJql("")}>
        Count work items …
      </button>
    );
  }
  return (
    <span className="row">
      <input
        type="text"
        aria-label={`JQL that counts ${reading.name}`}
        placeholder="project = CRM AND labels = lost-order"
        value={jql}
        onChange={(event) => setJql(event.target.value)}
      />
      <button
        type="button"
        className="button"
        disabled={place.busy || jql.trim() === ""}
        onClick={() => void place.act("countReading", { ...place.of, reading: reading.name, jql })}
      >
        Count
      </button>
    </span>
  );
}

/** `3`, `3 h`, `4 h 30 min`, `0,2 %`, `12 of 40000`: a bare number is taken in the unit that stands beside the field. */
export function readAmount(text: string, { unit, measures }: Pick<ReadingView, "unit" | "measures">): Content | null {
  const counts = /^\s*(\d+)\s+(?:of|\/)\s+(\d+)\s*$/i.exec(text);
  if (counts !== null && measures === "share" && Number(counts[2]) > 0) {
    return { kind: "counts", part: Number(counts[1]), whole: Number(counts[2]) };
  }
  const clock = /^\s*(\d+)\s*h\s*(\d+)\s*(?:m|min)?\s*$/i.exec(text);
  if (clock !== null && measures === "time") {
    return { kind: "value", value: Number(clock[1]) * 60 + Number(clock[2]), unit: "min" };
  }
  const amount = /^\s*(-?\d+(?:[.,]\d+)?)\s*(.*?)\s*$/.exec(text);
  if (amount === null) return null;
  const said = amount[2] ?? "";
  return { kind: "value", value: Number((amount[1] ?? "").replace(",", ".")), unit: said === "" ? (unit ?? "") : said };
}
