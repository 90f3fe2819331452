import { lazy, Suspense } from "react";
import type { PlanSummary } from "#contract/plans";
import { Skeleton } from "../parts/skeleton";
import type { Tab } from "../parts/tab-bar";
import { GatesScreen } from "../gates/gates";
import { OverviewScreen } from "./overview";
import { PlanScreen } from "../plan/plan";
import { RisksScreen } from "../risk/risks";
import { RollbackScreen } from "../rollback/rollback";
import { SettingsScreen } from "../sources/settings";

// The charting library is as large as all the rest, and only two tabs draw with it.
const AdoptionScreen = lazy(() => import("../adoption/adoption"));
const DeckScreen = lazy(() => import("../deck/deck"));

export const planTabs: readonly Tab[] = [
  { tab: "overview", title: "Overview" },
  { tab: "plan", title: "Plan" },
  { tab: "risks", title: "Risks" },
  { tab: "rollback", title: "Rollback" },
  { tab: "adoption", title: "Adoption" },
  { tab: "gates", title: "Gates" },
  { tab: "deck", title: "Deck" },
  { tab: "settings", title: "Settings" },
];

interface Props {
  readonly tab: string;
  readonly plan: PlanSummary;
  readonly go: (tab: string) => void;
  /** The plans of the space are no longer what they were. */
  readonly onChange: (plan: string) => void;
}

export function PlanTab({ tab, plan, go, onChange }: Props) {
  switch (tab) {
    case "plan":
      return <PlanScreen plan={plan} onChange={onChange} />;
    case "risks":
      return <RisksScreen plan={plan.id} />;
    case "rollback":
      return <RollbackScreen plan={plan.id} />;
    case "adoption":
      return (
        <Suspense fallback={<Skeleton label="Loading adoption" lines={[70, 100, 100, 50]} />}>
          <AdoptionScreen plan={plan.id} />
        </Suspense>
      );
    case "gates":
      return <GatesScreen plan={plan.id} go={go} />;
    case "deck":
      return (
        <Suspense fallback={<Skeleton label="Loading the deck" lines={[30, 100, 100, 100]} />}>
          <DeckScreen plan={plan.id} />
        </Suspense>
      );
    case "settings":
      return <SettingsScreen plan={plan} />;
    default:
      return <OverviewScreen plan={plan.id} go={go} />;
  }
}
