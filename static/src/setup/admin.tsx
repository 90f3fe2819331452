import { useState } from "react";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { SpaceChoice } from "./space-choice";
import { Footprint } from "./footprint";
import { Health } from "./health";
import { RemoveSetUp } from "./remove-set-up";
import { SetUp } from "./set-up";
import { useAsk } from "../parts/use-ask";

/** Where the administrator sees every change before it happens, and can take it back. */
export function AdminScreen() {
  const { state, again } = useAsk("listSpaces", {});
  const [chosen, setChosen] = useState("");
  return (
    <main className="page stack stack-wide">
      <header className="stack stack-tight">
        <h1>Set up Uptake</h1>
        <p className="subtle">Choose a space. Nothing changes before you have seen what would.</p>
      </header>
      <AskedFor state={state} what="the spaces" onAgain={again}>
        {(spaces) => {
          const space = spaces.find(({ key }) => key === chosen) ?? null;
          return (
            <>
              <SpaceChoice spaces={spaces} chosen={chosen} onChoose={setChosen} />
              {space === null ? (
                <Empty title="One space at a time">
                  <p>
                    Company-managed spaces are set up by a click. For team-managed ones Uptake says what to click
                    yourself.
                  </p>
                </Empty>
              ) : (
                <SpaceSetUp
                  key={space.key}
                  space={space.key}
                  name={space.name}
                  isReady={space.ready}
                  onChanged={again}
                />
              )}
            </>
          );
        }}
      </AskedFor>
      <Footprint />
    </main>
  );
}

interface Props {
  readonly space: string;
  readonly name: string;
  readonly isReady: boolean;
  readonly onChanged: () => void;
}

function SpaceSetUp({ space, name, isReady, onChanged }: Props) {
  const [round, setRound] = useState(0);
  const changed = () => {
    setRound(round + 1);
    onChanged();
  };
  return (
    <div className="stack stack-wide">
      <section className="stack">
        <h2>What set-up does in {name}</h2>
        <SetUp key={round} space={space} onApplied={changed} />
      </section>
      <section className="stack">
        <h2>Health</h2>
        <Health key={round} space={space} />
      </section>
      {isReady ? <RemoveSetUp space={space} name={name} onRemoved={changed} /> : null}
    </div>
  );
}
