import type { ReactNode } from "react";
import type { PlanSummary } from "#contract/plans";
import type { Place } from "../bridge";
import { KeyHelp } from "./key-help";
import { PlanPicker } from "./plan-picker";
import { RefusalNote } from "../parts/refusal-note";
import { Skeleton } from "../parts/skeleton";
import { TabBar } from "../parts/tab-bar";
import { LogException } from "../risk/log-exception";
import { StartPage } from "../templates/start-page";
import { RunningBanner } from "../sync/running-banner";
import { SetUpFirst } from "../setup/set-up-first";
import { PlanTab, planTabs } from "./plan-tabs";
import { useAsk } from "../parts/use-ask";
import { useRoute } from "./use-route";

/** The page *Implementation* of a space: what stands in the way of a plan first, then the plan. */
export function SpaceScreen({ here }: { readonly here: Place }) {
  const { state, again } = useAsk("listPlans", {});
  if (state.kind === "waiting") return <SpaceWaiting />;
  if (state.kind === "ready") {
    return state.value.length === 0 ? (
      <Frame title="From delivered to used">
        <StartPage taken={new Set()} onApplied={again} />
      </Frame>
    ) : (
      <PlanPage plans={state.value} onChange={again} />
    );
  }
  return (
    <Frame title="From delivered to used">
      {state.refusal.code === "setup_missing" && here.space !== null ? (
        <SetUpFirst space={here.space.key} onReady={again} />
      ) : (
        <RefusalNote refusal={state.refusal} onAgain={again} />
      )}
    </Frame>
  );
}

export function SpaceWaiting() {
  return (
    <Frame title="From delivered to used">
      <Skeleton label="Loading the plans of this space" lines={[60, 100, 45, 45, 80, 100, 70]} />
    </Frame>
  );
}

interface PageProps {
  readonly plans: readonly PlanSummary[];
  readonly onChange: () => void;
}

function PlanPage({ plans, onChange }: PageProps) {
  const [route, go] = useRoute("overview");
  const plan = plans.find(({ id }) => id === route.plan) ?? plans[0];
  if (!plan) return null;
  const tab = planTabs.some((known) => known.tab === route.tab) ? route.tab : "overview";
  const choose = (next: string) => go({ tab: next, plan: plan.id });
  const changed = (id: string) => {
    onChange();
    // A file may hold another plan than the one on the page; what was just applied is what one wants to see.
    if (id !== plan.id) go({ tab, plan: id });
  };
  if (route.tab === "new") {
    const applied = (id: string) => {
      onChange();
      go({ tab: "plan", plan: id });
    };
    return (
      <Frame title="New plan" aside={<Aside title={`Back to ${plan.title}`} onPress={() => choose("plan")} />}>
        <StartPage taken={new Set(plans.map(({ id }) => id))} onApplied={applied} />
      </Frame>
    );
  }
  return (
    <Frame
      title={plan.title}
      aside={
        <div className="row">
          <PlanPicker plans={plans} current={plan.id} onChoose={(next) => go({ tab, plan: next })} />
          <LogException key={plan.id} plan={plan.id} />
          <Aside title="New plan" onPress={() => choose("new")} />
          <KeyHelp tab={tab} />
        </div>
      }
    >
      <TabBar tabs={planTabs} current={tab} onChoose={choose} />
      <RunningBanner key={plan.id} plan={plan.id} onDone={onChange} />
      <main className="tab-body" key={`${plan.id} ${tab}`}>
        <PlanTab tab={tab} plan={plan} go={choose} onChange={changed} />
      </main>
    </Frame>
  );
}

function Aside({ title, onPress }: { readonly title: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="button" onClick={onPress}>
      {title}
    </button>
  );
}

interface FrameProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

function Frame({ title, aside, children }: FrameProps) {
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="faint">Implementation</p>
          <h1>{title}</h1>
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}
