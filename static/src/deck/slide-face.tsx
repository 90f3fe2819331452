import type { Slide, SlideLine, SlideVerdict } from "#formats/deck/deck";
import { SlideComment } from "./slide-comment";
import { VerdictShape } from "../parts/verdict";
import { SlideChart } from "./slide-chart";

interface Props {
  readonly slide: Slide;
  readonly foot: string;
  readonly number: number;
  readonly onSay: ((slide: string, text: string) => Promise<boolean>) | null;
}

/** A slide as it will be in the file: verdict, sentence, what it rests on, the picture, the threshold and its changes. */
export function SlideFace({ slide, foot, number, onSay }: Props) {
  const { title, verdict, figure, sentence, n, interval, age, isOld, lines, chart } = slide;
  const facts = [n, interval, age].filter((fact) => fact !== null).join(" · ");
  return (
    <article className={`slide slide-${slide.kind}`} aria-label={`Slide ${String(number)}: ${title}`}>
      <h2 className="slide-title">{title}</h2>
      {verdict === null ? null : <Judged verdict={verdict} />}
      <div className="slide-says">
        {figure === null ? null : <p className="slide-figure">{figure}</p>}
        <p className="slide-sentence">{sentence}</p>
      </div>
      <p className="slide-facts">
        <span>{facts}</span>
        {isOld ? <strong className="slide-old">OLDER THAN 24 H</strong> : null}
      </p>
      <div className="slide-body">
        {lines.length === 0 ? null : <Lines lines={lines} />}
        {chart.kind === "none" ? null : <SlideChart chart={chart} />}
        <Beside slide={slide} />
      </div>
      <SlideComment slide={slide} onSay={onSay} />
      <footer className="slide-foot">
        <span>{foot}</span>
        <span>{number}</span>
      </footer>
    </article>
  );
}

/** As everywhere: a shape and a word. */
function Judged({ verdict: { colour, reason } }: { readonly verdict: SlideVerdict }) {
  return (
    <p className={`verdict verdict-${colour.toLowerCase()}`}>
      <VerdictShape colour={colour} />
      <strong>{colour}</strong>
      {reason === null ? null : <span className="verdict-reason">{reason}</span>}
    </p>
  );
}

function Lines({ lines }: { readonly lines: readonly SlideLine[] }) {
  return (
    <ul className="slide-lines">
      {lines.map((line) => (
        <li key={line.text}>
          <Judged verdict={line.verdict} />
          <p>{line.text}</p>
        </li>
      ))}
    </ul>
  );
}

function Beside({ slide: { threshold, changes, notes } }: { readonly slide: Slide }) {
  if (threshold === null && changes.length === 0 && notes.length === 0) return null;
  return (
    <div className="slide-beside">
      {threshold === null ? null : <p>Threshold. {threshold}</p>}
      {changes.map((change) => (
        <p key={change}>
          <strong>{change}</strong>
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} className="subtle">
          {note}
        </p>
      ))}
    </div>
  );
}
