import type { OverviewView } from "#contract/plans";
import { AskedFor } from "../parts/asked-for";
import { DriftSection } from "../sync/drift-section";
import { NextActions } from "./next-actions";
import { Skeleton } from "../parts/skeleton";
import { Timeline } from "./timeline";
import { Verdict } from "../parts/verdict";
import { useAsk } from "../parts/use-ask";

interface Props {
  readonly plan: string;
  readonly go: (tab: string) => void;
}

export function OverviewScreen({ plan, go }: Props) {
  const { state, again } = useAsk("overview", { plan });
  return (
    <AskedFor state={state} what="the overview" onAgain={again} waiting={<Waiting />}>
      {(view) => <Overview view={view} go={go} />}
    </AskedFor>
  );
}

/** Delivered and Implemented side by side: the two are not the same, and that is the point of the product. */
function Overview({ view, go }: { readonly view: OverviewView; readonly go: Props["go"] }) {
  return (
    <div className="stack stack-wide">
      <div className="overview-top">
        <Delivered delivered={view.delivered} />
        <section className="tile">
          <h2>Implemented</h2>
          <Verdict verdict={view.implemented.verdict} withReason="with reason" />
          {view.implemented.lines.map((line, at) => (
            <p key={line} className={at === 0 ? "tile-number" : "subtle"}>
              {line}
            </p>
          ))}
          <button type="button" className="link" onClick={() => go("gates")}>
            {view.implemented.verdict.colour === "GREEN" ? "To the vote" : "What is missing"}
          </button>
        </section>
        <NextActions actions={view.next} onTab={go} />
      </div>
      <Timeline milestones={view.milestones} today={view.today} zone={view.plan.zone} />
      <DriftSection plan={view.plan.id} onPreview={() => go("plan")} />
      {view.symptoms.length === 0 ? null : <Symptoms symptoms={view.symptoms} />}
    </div>
  );
}

function Delivered({ delivered }: Pick<OverviewView, "delivered">) {
  const { done, total } = delivered;
  return (
    <section className="tile">
      <h2>Delivered</h2>
      <Verdict verdict={delivered.verdict} />
      <p className="tile-number">
        {done} of {total} steps
      </p>
      <progress
        className="meter"
        max={Math.max(1, total)}
        value={done}
        aria-label={`${String(done)} of ${String(total)} steps done`}
      />
      <p className="subtle">{delivered.sentence}</p>
      <p className="subtle">{delivered.baseline}</p>
    </section>
  );
}

function Symptoms({ symptoms }: Pick<OverviewView, "symptoms">) {
  return (
    <section className="stack stack-tight">
      <h2>Symptoms</h2>
      <ul className="symptoms">
        {symptoms.map((symptom) => (
          <li key={symptom.name}>
            <strong>{symptom.name}</strong>
            <span className="subtle">{symptom.sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting() {
  return (
    <div className="overview-top">
      {["Delivered", "Implemented", "Next for you"].map((name) => (
        <section key={name} className="tile">
          <h2>{name}</h2>
          <Skeleton label={`Loading ${name}`} lines={[40, 80, 60]} />
        </section>
      ))}
    </div>
  );
}
