import type { RequestOf } from "#contract/requests";
import type { SetupView } from "#contract/setup";

import { levelWords } from "./mapping-words";

export type Use = Required<NonNullable<RequestOf<"setupPreview">["use"]>>;

interface Props {
  readonly candidates: SetupView["candidates"];
  readonly use: Use;
  readonly onChange: (use: Use) => void;
}

const kinds = [
  ["plan", "Plan"],
  ["step", "Step"],
  ["risk", "Risk"],
  ["rollback", "Rollback"],
] as const;

/** Many sites already have a type for it; using that one keeps their boards and reports whole. */
export function TypeChoices({ candidates, use, onChange }: Props) {
  return (
    <fieldset className="type-choices">
      <legend>Work item types</legend>
      {kinds.map(([kind, title]) => (
        <label key={kind}>
          <span>{title}</span>
          <select
            aria-label={title}
            value={use[kind] ?? ""}
            onChange={(event) => onChange({ ...use, [kind]: event.target.value === "" ? null : event.target.value })}
          >
            <option value="">{isThere(candidates, title) ? `“${title}”, as found` : `Create “${title}”`}</option>
            {candidates.map((type) => (
              <option key={type.id} value={type.id}>
                Use “{type.name}” {levelWords(type.level)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

function isThere(candidates: Props["candidates"], title: string): boolean {
  return candidates.some(({ name }) => name.toLowerCase() === title.toLowerCase());
}
