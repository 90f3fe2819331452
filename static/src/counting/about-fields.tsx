import { ticketCategories } from "#domain/adoption/ticket-category";
import { sayAbout } from "../parts/about";
import { Choice } from "../parts/choice";
import { TextField } from "../parts/text-field";
import type { Draft } from "./draft";

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

const places: readonly (readonly [Draft["about"], string])[] = [
  ["none", "Not said"],
  ["request-type", "Its request type"],
  ["work-type", "Its work type"],
  ["component", "Its component"],
  ["label", "Its label"],
];

/** Where a ticket says what it was about, and what this site's own names for it mean. */
export function AboutFields({ draft, onChange }: Props) {
  const { about, names } = draft;
  return (
    <div className="stack stack-tight">
      <div className="row row-end counting-fields">
        <Choice
          title="What a ticket was about"
          value={about}
          options={places}
          onChange={(kind) => onChange({ about: kind })}
        />
      </div>
      {about === "none" ? null : (
        <>
          <p className="subtle">
            Words such as How-to, Access request, Bug and Data quality are understood. Duplicates, spam and alerts do
            not count as tickets.
          </p>
          <details>
            <summary>Names that mean something else here</summary>
            <div className="row row-end counting-fields">
              {ticketCategories.map((category) => (
                <TextField
                  key={category}
                  title={`Means ${sayAbout(category)}`}
                  value={names[category] ?? ""}
                  most={400}
                  example="names, with commas"
                  onChange={(text) => onChange({ names: { ...names, [category]: text } })}
                />
              ))}
            </div>
          </details>
        </>
      )}
    </div>
  );
}
