import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { QuickPlan } from "#domain/plan/quick-plan";
import { Field } from "../parts/field";
import { LeaveForm } from "./leave-form";

interface Props {
  readonly onPlan: (fields: QuickPlan) => void;
  readonly onLeave: () => void;
}

const empty: QuickPlan = { title: "", objective: "", owner: "", golive: "", steps: "" };

/** Five fields make a plan; all else a plan can hold is added when it is needed. */
export function QuickForm({ onPlan, onLeave }: Props) {
  const [fields, setFields] = useState(empty);
  const write = (name: keyof QuickPlan) => ({
    value: fields[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setFields({ ...fields, [name]: target.value }),
  });
  return (
    <form
      className="stack start-form"
      aria-label="Quick plan"
      onSubmit={(event) => {
        event.preventDefault();
        onPlan(fields);
      }}
    >
      <h2>Quick plan</h2>
      <Field label="Name">
        <input type="text" required pattern=".*\S.*" maxLength={120} {...write("title")} />
      </Field>
      <Field label="Objective" hint="What will be better, and by how much.">
        <input type="text" {...write("objective")} />
      </Field>
      <Field label="Owner" hint="E-mail of the person who answers for it.">
        <input type="email" {...write("owner")} />
      </Field>
      <Field label="Go-live">
        <input type="date" required {...write("golive")} />
      </Field>
      <Field
        label="Steps"
        hint="One a line, in order. End with its length if it is not a day: Train the Sales team, 2d"
      >
        <textarea className="paste" rows={6} required {...write("steps")} />
      </Field>
      <div className="row">
        <Button type="submit" appearance="primary">
          Preview the plan
        </Button>
        <LeaveForm typed={Object.values(fields).join("").trim()} onLeave={onLeave} />
      </div>
    </form>
  );
}
