import { useState } from "react";
import { ask, flag, flagRefusal } from "../bridge";

/** Somebody asks to be forgotten; there is no list to choose from, because behind the door people are numbers. */
export function ErasePerson({ plan }: { readonly plan: string }) {
  const [person, setPerson] = useState("");
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const erase = async () => {
    setBusy(true);
    try {
      await ask("erasePerson", { plan, person });
      flag({ type: "success", title: "Every fact about this person is gone from this plan" });
      setPerson("");
    } catch (error) {
      flagRefusal(error);
    }
    setSure(false);
    setBusy(false);
  };
  return (
    <form
      className="stack stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (sure) void erase();
        else setSure(true);
      }}
    >
      <h2>Forget a person</h2>
      <p className="subtle">Takes everything they did out of every number of this plan. It cannot be undone.</p>
      <label className="labelled">
        <span>Address, account or number by which systems report them</span>
        <input
          value={person}
          maxLength={200}
          onChange={(event) => {
            setPerson(event.target.value);
            setSure(false);
          }}
        />
      </label>
      <Buttons person={person.trim()} busy={busy} sure={sure} onKeep={() => setSure(false)} />
    </form>
  );
}

interface ButtonsProps {
  readonly person: string;
  readonly busy: boolean;
  readonly sure: boolean;
  readonly onKeep: () => void;
}

function Buttons({ person, busy, sure, onKeep }: ButtonsProps) {
  return (
    <div className="row">
      <button type="submit" className="button" disabled={busy || person === ""}>
        {sure ? `Forget ${person} for good` : "Forget them …"}
      </button>
      {sure ? (
        <button type="button" className="button" onClick={onKeep}>
          Keep them
        </button>
      ) : null}
    </div>
  );
}
