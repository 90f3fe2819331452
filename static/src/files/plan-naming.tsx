import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import { Field } from "../parts/field";
import type { PlanNames } from "./plan-file";

interface Props {
  readonly title: string;
  readonly owner: string | null;
  readonly onName: (names: PlanNames) => void;
}

/** A table of steps says neither how its plan is called nor who answers for it. */
export function PlanNaming({ title, owner, onName }: Props) {
  const [names, setNames] = useState<PlanNames>({ title, owner: owner ?? "" });
  const said = { title: names.title.trim(), owner: names.owner.trim() };
  const isChanged = said.title !== title || said.owner !== (owner ?? "");
  return (
    <form
      className="naming"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && said.title !== "") onName(said);
      }}
    >
      <Field label="Name of the plan">
        <input
          type="text"
          value={names.title}
          required
          onChange={({ target }) => setNames({ ...names, title: target.value })}
        />
      </Field>
      <Field label="Implementation owner">
        <input
          type="text"
          value={names.owner}
          placeholder="name@example.com"
          onChange={({ target }) => setNames({ ...names, owner: target.value })}
        />
      </Field>
      {isChanged ? (
        <div className="row">
          <Button type="submit" appearance="primary">
            Use these names
          </Button>
          <span className="subtle">Not used yet.</span>
        </div>
      ) : null}
    </form>
  );
}
