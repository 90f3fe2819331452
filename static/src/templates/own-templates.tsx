import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { TemplateView } from "#contract/templates";
import type { Template } from "#domain/plan/templates/template";
import { ask, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { Skeleton } from "../parts/skeleton";
import { useAsk } from "../parts/use-ask";
import { openTemplate } from "./kept-templates";
import { TemplateName } from "./template-name";

interface Props {
  readonly onUse: (template: Template) => void;
}

/** What this space has saved from its own plans. */
export function OwnTemplates({ onUse }: Props) {
  const { state, again } = useAsk("listTemplates", {});
  return (
    <section className="stack stack-tight" aria-label="Templates of this space">
      <h2>Templates of this space</h2>
      <AskedFor
        state={state}
        what="the templates of this space"
        onAgain={again}
        waiting={<Skeleton label="Loading the templates of this space" lines={[40]} />}
      >
        {(kept) =>
          kept.length === 0 ? (
            <p className="subtle">None yet. Any plan can be saved as one: on its tab Plan, “Save as template”.</p>
          ) : (
            <ul className="rows">
              {kept.map((view) => (
                <OwnTemplate key={view.id} view={view} onUse={onUse} onChange={again} />
              ))}
            </ul>
          )
        }
      </AskedFor>
    </section>
  );
}

interface OwnProps extends Props {
  readonly view: TemplateView;
  readonly onChange: () => void;
}

function OwnTemplate({ view, onUse, onChange }: OwnProps) {
  const [doing, setDoing] = useState<"nothing" | "rename" | "remove">("nothing");
  const change = (answer: Promise<unknown>) => {
    setDoing("nothing");
    answer.then(onChange, flagRefusal);
  };
  const { id, title } = view;
  if (doing === "rename") {
    return (
      <li>
        <TemplateName
          name={title}
          verb="Rename"
          onName={(next) => change(ask("renameTemplate", { template: id, title: next }))}
          onLeave={() => setDoing("nothing")}
        />
      </li>
    );
  }
  return (
    <li className="row row-apart">
      <strong>{title}</strong>
      {doing === "remove" ? (
        <span className="row">
          Remove it for everybody in this space?
          <Button onClick={() => change(ask("removeTemplate", { template: id }))}>Remove</Button>
          <Button appearance="subtle" onClick={() => setDoing("nothing")}>
            Keep
          </Button>
        </span>
      ) : (
        <span className="row">
          <Button onClick={() => void openTemplate(view).then(onUse, flagRefusal)}>
            Use <span className="unseen">{title}</span>
          </Button>
          <Button appearance="subtle" onClick={() => setDoing("rename")}>
            Rename <span className="unseen">{title}</span>
          </Button>
          <Button appearance="subtle" onClick={() => setDoing("remove")}>
            Remove <span className="unseen">{title}</span>
          </Button>
        </span>
      )}
    </li>
  );
}
