import type { MappingView } from "#contract/setup";
import type { Chosen } from "./change-mapping";
import { kindNames, levelWords, linkMeanings } from "./mapping-words";

interface Props {
  readonly choices: MappingView["choices"];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

const kinds = ["plan", "step", "risk", "rollback"] as const;
const roles = ["after", "has", "threatens", "covers"] as const;

export function MappingChoices({ choices, chosen, onChange }: Props) {
  const { use, links } = chosen;
  return (
    <div className="mapping-choices">
      <fieldset className="type-choices">
        <legend>Work item types</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <span>{kindNames[kind]}</span>
            <select
              aria-label={kindNames[kind]}
              value={use[kind] ?? ""}
              onChange={(event) => onChange({ ...chosen, use: { ...use, [kind]: event.target.value } })}
            >
              {choices.types.map((type) => (
                <option key={type.id} value={type.id}>
                  {type.name} {levelWords(type.level)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      <fieldset className="type-choices">
        <legend>Link types</legend>
        {roles.map((role) => (
          <label key={role}>
            <span>{linkMeanings[role]}</span>
            <select
              aria-label={linkMeanings[role]}
              value={links[role] ?? ""}
              onChange={(event) => onChange({ ...chosen, links: { ...links, [role]: event.target.value } })}
            >
              {choices.links.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
