import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { RequestOf } from "#contract/requests";
import type { MappingView } from "#contract/setup";
import { MappingChoices } from "./mapping-choices";
import { MappingTrial } from "./mapping-trial";

type Asked = RequestOf<"setupPreview">;
export type Chosen = Required<Pick<Asked, "links">> & { readonly use: NonNullable<Required<Asked>["use"]> };

interface Props {
  readonly view: MappingView;
  readonly onSaved: () => void;
}

/** Another type or link may stand for a thing of the plan; what that means is said before it is saved. */
export function ChangeMapping({ view, onSaved }: Props) {
  const now = chosenIn(view);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (chosen === null) {
    return (
      <div className="row">
        <Button onClick={() => setChosen(now)}>Change what is used …</Button>
      </div>
    );
  }
  const isSame = JSON.stringify(chosen) === JSON.stringify(now);
  return (
    <section className="group stack">
      <div className="stack stack-tight">
        <h2>Change what is used</h2>
        <p className="subtle">Choose, and see what would change. Nothing is saved before you say so.</p>
      </div>
      <MappingChoices choices={view.choices} chosen={chosen} onChange={setChosen} />
      {isSame ? (
        <p className="subtle">This is what is used now.</p>
      ) : (
        <MappingTrial key={JSON.stringify(chosen)} space={view.space} chosen={chosen} onSaved={onSaved} />
      )}
      <div className="row">
        <Button appearance="subtle" onClick={() => setChosen(null)}>
          Leave it as it is
        </Button>
      </div>
    </section>
  );
}

function chosenIn({ types, links }: MappingView): Chosen {
  const type = (role: string) => types.find((one) => one.role === role)?.id ?? null;
  const link = (role: string) => links.find((one) => one.role === role)?.name ?? null;
  return {
    use: { plan: type("plan"), step: type("step"), risk: type("risk"), rollback: type("rollback") },
    links: { after: link("after"), has: link("has"), threatens: link("threatens"), covers: link("covers") },
  };
}
