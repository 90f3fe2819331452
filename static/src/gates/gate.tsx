import type { GateLine, GateView } from "#contract/gates";
import { Verdict } from "../parts/verdict";
import { GateVote } from "./gate-vote";

interface Props {
  readonly gate: GateView;
  readonly zone: string;
  readonly busy: boolean;
  readonly go: (tab: string) => void;
  readonly onTick: (item: string, done: boolean) => void;
  readonly onVote: (choice: "yes" | "no", why: string) => void;
  readonly onWithdraw: (why: string) => void;
}

/** What is asked, line by line; below it the vote, which opens with the last line. */
export function Gate({ gate, zone, busy, go, onTick, onVote, onWithdraw }: Props) {
  const { lines, signOff, title, verdict, vote } = gate;
  const unmet = lines.filter(({ met }) => !met).length;
  return (
    <section className="tile stack stack-tight" aria-label={title}>
      <h2>{title}</h2>
      <Verdict verdict={verdict} />
      <p className="subtle">
        {unmet === 0 && lines.length > 0
          ? "Every line is met."
          : `${String(unmet)} of ${String(lines.length)} not met.`}
      </p>
      <Lines lines={lines} go={go} onTick={onTick} />
      {signOff.length === 0 ? null : (
        <>
          <h3>Before the vote</h3>
          <Lines lines={signOff} go={go} onTick={onTick} />
        </>
      )}
      <GateVote vote={vote} zone={zone} busy={busy} onVote={onVote} onWithdraw={onWithdraw} />
    </section>
  );
}

function Lines({ lines, go, onTick }: Pick<Props, "go" | "onTick"> & Pick<GateView, "lines">) {
  return (
    <ul className="gate-lines">
      {lines.map((line) => (
        <li key={line.text} className={line.met ? "gate-met" : "gate-unmet"}>
          <Mark line={line} onTick={onTick} />
          <Line line={line} go={go} />
        </li>
      ))}
    </ul>
  );
}

function Mark({ line: { item, met }, onTick }: Pick<Props, "onTick"> & { readonly line: GateLine }) {
  if (item === null) return <span aria-hidden="true">{met ? "✓" : "✗"}</span>;
  return <input type="checkbox" checked={met} aria-label={item} onChange={() => onTick(item, !met)} />;
}

function Line({ line, go }: Pick<Props, "go"> & { readonly line: GateLine }) {
  const { met, text, mend, who, where } = line;
  return (
    <span>
      <span className="unseen">{met ? "Met: " : "Not met: "}</span>
      {text}
      {mend === null ? null : <span className="gate-mend">{mend}</span>}
      {who === null && where === null ? null : (
        <span className="gate-mend">
          {who === null ? null : <strong>{capital(who)}</strong>}
          {who === null || where === null ? null : " · "}
          {where === null ? null : (
            <button type="button" className="link" onClick={() => go(where.tab)}>
              {where.title}
            </button>
          )}
        </span>
      )}
    </span>
  );
}

function capital(text: string): string {
  return text.includes("@") ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
