import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { Plan } from "#domain/plan/plan";
import { templates } from "#domain/plan/templates/library";
import type { Template } from "#domain/plan/templates/template";
import { ImportPlan } from "../files/import-plan";
import { samplePlan } from "../files/sample-plan";
import { download } from "../parts/download";
import { Gallery } from "./gallery";
import { NeedForm } from "./need-form";
import { planFromFields, planFromTemplate } from "./new-plan";
import { OwnTemplates } from "./own-templates";
import { QuickForm } from "./quick-form";
import { ReviewNew } from "./review-new";
import { TemplateForm } from "./template-form";

interface Props {
  /** Ids of the plans there are: a new one gets an id of its own. */
  readonly taken: ReadonlySet<string>;
  readonly onApplied: (plan: string) => void;
}

type Way = { readonly kind: "choose" | "need" | "quick" } | { readonly kind: "template"; readonly template: Template };

/** Where plans begin: by asking whether one is needed, from five fields, from a template or from a file. */
export function StartPage({ taken, onApplied }: Props) {
  const [way, setWay] = useState<Way>({ kind: "choose" });
  const [plan, setPlan] = useState<Plan | null>(null);
  const leave = () => setWay({ kind: "choose" });
  const use = (template: Template) => setWay({ kind: "template", template });
  const quick = () => setWay({ kind: "quick" });
  return (
    <>
      {plan === null ? null : (
        <ReviewNew plan={plan} onBack={() => setPlan(null)} onApplied={() => onApplied(plan.id)} />
      )}
      {/* The form stays as it was filled, for whoever comes back from the preview. */}
      <div hidden={plan !== null}>
        {way.kind === "choose" ? <Choose onWay={setWay} onUse={use} onApplied={onApplied} /> : null}
        {way.kind === "quick" ? (
          <QuickForm onPlan={(fields) => setPlan(planFromFields(fields, taken))} onLeave={leave} />
        ) : null}
        {way.kind === "template" ? (
          <TemplateForm
            key={way.template.id}
            template={way.template}
            onPlan={(filled) => setPlan(planFromTemplate(way.template, filled, taken))}
            onLeave={leave}
          />
        ) : null}
        {way.kind === "need" ? (
          <NeedForm
            onTemplate={(id) => {
              const found = templates.find((template) => template.id === id);
              if (found) use(found);
            }}
            onQuick={quick}
            onLeave={leave}
          />
        ) : null}
      </div>
    </>
  );
}

interface ChooseProps {
  readonly onWay: (way: Way) => void;
  readonly onUse: (template: Template) => void;
  readonly onApplied: (plan: string) => void;
}

function Choose({ onWay, onUse, onApplied }: ChooseProps) {
  return (
    <div className="stack stack-wide">
      <section className="stack stack-tight" aria-label="Begin">
        <p>
          A plan says who does what, after what, when it counts as done, and how to go back. Its steps become work items
          that stay in step with it.
        </p>
        <div className="row">
          <Button onClick={() => onWay({ kind: "need" })}>Do you need this plan?</Button>
          <Button onClick={() => onWay({ kind: "quick" })}>Quick plan: five fields</Button>
        </div>
      </section>
      <Gallery onUse={onUse} />
      <OwnTemplates onUse={onUse} />
      <section className="stack stack-tight" aria-label="A file you have">
        <div className="row row-apart">
          <h2>Bring a file you have</h2>
          <Button appearance="subtle" onClick={() => download("my-plan.yaml", samplePlan, "application/yaml")}>
            Download a sample plan
          </Button>
        </div>
        <ImportPlan into={null} onApplied={onApplied} />
      </section>
    </div>
  );
}
