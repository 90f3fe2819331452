import Button from "@atlaskit/button/default/button";
import type { OrphanChoice, OrphanView } from "#contract/sync";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { chosenFor } from "./settling";
import type { Settling } from "./settling";

interface Props {
  readonly orphans: readonly OrphanView[];
  readonly settling: Settling;
  readonly onChange: (settling: Settling) => void;
}

const choices: readonly (readonly [OrphanChoice, string, string])[] = [
  ["keep", "Keep", "stays in the plan's reach, untouched"],
  ["unlink", "Let go", "leaves the plan; its links to the plan's items are removed"],
  ["close", "Close", "leaves the plan and moves to done"],
];

/** The file no longer names these. None is ever deleted; what becomes of each is asked, and keeping is the default. */
export function OrphanList({ orphans, settling, onChange }: Props) {
  if (orphans.length === 0) return null;
  const set = (items: readonly OrphanView[], choice: OrphanChoice) =>
    onChange({
      ...settling,
      orphans: { ...settling.orphans, ...Object.fromEntries(items.map(({ item }) => [item, choice])) },
    });
  return (
    <section className="group stack stack-tight" aria-label="No longer in the file">
      <div className="row row-apart">
        <h3>No longer in the file ({orphans.length})</h3>
        <div className="row">
          {choices.map(([choice, title]) => (
            <Button key={choice} spacing="compact" onClick={() => set(orphans, choice)}>
              {title} all
            </Button>
          ))}
        </div>
      </div>
      <p className="faint">{choices.map(([, title, meaning]) => `${title}: ${meaning}.`).join(" ")}</p>
      <ul className="rows">
        {orphans.map((orphan) => (
          <li key={orphan.item} className="line orphan">
            <span className="row-title">
              <ItemLink itemKey={orphan.key} /> {orphan.title}{" "}
              {orphan.links === 0 ? null : <span className="faint">{count(orphan.links, "link")} to the plan</span>}
            </span>
            <select
              aria-label={`What becomes of ${orphan.key}`}
              value={chosenFor(orphan, settling)}
              onChange={(event) => {
                const choice = choices.find(([one]) => one === event.target.value)?.[0];
                if (choice !== undefined) set([orphan], choice);
              }}
            >
              {choices.map(([choice, title]) => (
                <option key={choice} value={choice}>
                  {title}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
