import { useState } from "react";
import type { MappingView } from "#contract/setup";
import type { Place } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { useAsk } from "../parts/use-ask";
import { ChangeMapping } from "./change-mapping";
import { Footprint } from "./footprint";
import { Health } from "./health";
import { Mapping } from "./mapping";
import { RemoveSetUp } from "./remove-set-up";

/** What Uptake uses in this space, what it would take to change that, and what it leaves behind. */
export function SpaceSettingsScreen({ here }: { readonly here: Place }) {
  const { space } = here;
  if (space === null) {
    return (
      <Empty title="No space">
        <p>Jira does not say which space these settings belong to. Open them from the space's own settings.</p>
      </Empty>
    );
  }
  return <Settings space={space.key} />;
}

function Settings({ space }: { readonly space: string }) {
  const { state, again } = useAsk("mapping", { space });
  return (
    <main className="page stack stack-wide">
      <header className="stack stack-tight">
        <h1>Uptake in {space}</h1>
        <p className="subtle">
          Which of the space's own types, statuses, links and fields a plan uses. Sources of usage are on the
          Implementation page, under Settings.
        </p>
      </header>
      <AskedFor state={state} what="what Uptake uses here" onAgain={again}>
        {(view) => <Ready view={view} onChanged={again} />}
      </AskedFor>
    </main>
  );
}

function Ready({ view, onChanged }: { readonly view: MappingView; readonly onChanged: () => void }) {
  const [round, setRound] = useState(0);
  const { space, mayChange } = view;
  const changed = () => {
    setRound(round + 1);
    onChanged();
  };
  return (
    <>
      <Mapping view={view} />
      {mayChange ? (
        <ChangeMapping key={round} view={view} onSaved={changed} />
      ) : (
        <p className="note">
          Only somebody with the permission “Administer Jira” can change this or check its health. Ask a Jira
          administrator to open this page.
        </p>
      )}
      {mayChange ? (
        <section className="stack stack-tight">
          <h2>Health</h2>
          <Health key={round} space={space.key} />
        </section>
      ) : null}
      <Footprint />
      {mayChange ? <RemoveSetUp space={space.key} name={space.name} onRemoved={changed} /> : null}
    </>
  );
}
