import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { Template } from "#domain/plan/templates/template";
import { Field } from "../parts/field";
import { LeaveForm } from "./leave-form";
import { hereZone } from "./new-plan";
import type { Filled } from "./new-plan";
import { TemplateContents } from "./template-contents";

interface Props {
  readonly template: Template;
  readonly onPlan: (filled: Filled) => void;
  readonly onLeave: () => void;
}

/** What a template cannot know: what it is called, when it goes live and who sits where. */
export function TemplateForm({ template, onPlan, onLeave }: Props) {
  const [filled, setFilled] = useState<Filled>({ title: "", golive: "", people: {} });
  const { title, golive, people } = filled;
  return (
    <form
      className="stack start-form"
      aria-label={template.title}
      onSubmit={(event) => {
        event.preventDefault();
        onPlan(filled);
      }}
    >
      <header className="stack stack-tight">
        <h2>{template.title}</h2>
        <p className="subtle">{template.suits}</p>
      </header>
      <TemplateContents template={template} />
      <Field label="Name of the plan">
        <input
          type="text"
          required
          pattern=".*\S.*"
          maxLength={120}
          value={title}
          onChange={({ target }) => setFilled({ ...filled, title: target.value })}
        />
      </Field>
      <Field label="Go-live" hint={`Every other day is counted from it, in ${hereZone()}.`}>
        <input
          type="date"
          required
          value={golive}
          onChange={({ target }) => setFilled({ ...filled, golive: target.value })}
        />
      </Field>
      <Seats
        places={template.places}
        people={people}
        onSeat={(place, who) => setFilled({ ...filled, people: { ...people, [place]: who } })}
      />
      <div className="row">
        <Button type="submit" appearance="primary">
          Preview the plan
        </Button>
        <LeaveForm typed={[title, golive, ...Object.values(people)].join("").trim()} onLeave={onLeave} />
      </div>
    </form>
  );
}

interface SeatsProps {
  readonly places: readonly string[];
  readonly people: Filled["people"];
  readonly onSeat: (place: string, who: string) => void;
}

function Seats({ places, people, onSeat }: SeatsProps) {
  return (
    <fieldset className="start-people">
      <legend>
        <strong>Who sits where</strong>{" "}
        <span className="subtle">
          E-mail addresses. The first is needed; a seat left open keeps its name, and the plan asks for it.
        </span>
      </legend>
      {places.map((place, at) => (
        <Field key={place} label={place}>
          <input
            type="email"
            required={at === 0}
            value={people[place] ?? ""}
            onChange={({ target }) => onSeat(place, target.value)}
          />
        </Field>
      ))}
    </fieldset>
  );
}
