import { useState } from "react";
import { narrowedJql } from "#domain/adoption/work-item-jql";
import type { Narrowing } from "#domain/adoption/work-item-jql";
import { TextField } from "../parts/text-field";

const nothing: Narrowing = { space: "", component: "", label: "", requestType: "" };
const fields = [
  ["space", "Space key", "HELP"],
  ["component", "Component", "CRM"],
  ["label", "Label", "crm"],
  ["requestType", "Request type", "Get help"],
] as const;

/** Writes the JQL of a service space for whoever does not. */
export function NarrowingFields({ onJql }: { readonly onJql: (jql: string) => void }) {
  const [typed, setTyped] = useState(nothing);
  return (
    <fieldset className="row row-end counting-fields">
      <legend className="subtle">From a service space, narrowed to what is about the new system</legend>
      {fields.map(([name, title, example]) => (
        <TextField
          key={name}
          title={title}
          value={typed[name]}
          most={200}
          example={example}
          onChange={(text) => {
            const next = { ...typed, [name]: text };
            setTyped(next);
            onJql(narrowedJql(next));
          }}
        />
      ))}
    </fieldset>
  );
}
