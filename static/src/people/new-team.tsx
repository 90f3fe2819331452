import { useState } from "react";
import type { PlanSummary } from "#contract/plans";
import type { FoundGroup, Team } from "#contract/people";
import { ask, flagRefusal } from "../bridge";
import { Choice } from "../parts/choice";
import { TextField } from "../parts/text-field";

interface Props {
  readonly plan: PlanSummary;
  readonly busy: boolean;
  readonly onAdd: (team: Team) => void;
}

/** Finds a group by a part of its name, and says which wave and department its members are. */
export function NewTeam({ plan: { id, waves }, busy, onAdd }: Props) {
  const [like, setLike] = useState("");
  const [found, setFound] = useState<readonly FoundGroup[] | null>(null);
  const [wave, setWave] = useState(waves[0]?.id ?? "");
  const [department, setDepartment] = useState("");
  const search = async () => {
    try {
      setFound(await ask("findGroups", { plan: id, like: like.trim() }));
    } catch (error) {
      flagRefusal(error);
    }
  };
  const add = ({ id: group, name }: FoundGroup) => {
    setFound(null);
    setLike("");
    onAdd({ group, name, wave, department: department.trim() });
  };
  return (
    <form
      className="stack stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void search();
      }}
    >
      <div className="row row-end counting-fields">
        <TextField title="Part of the group's name" value={like} most={255} example="crm-users" onChange={setLike} />
        {waves.length === 0 ? null : (
          <Choice
            title="Wave"
            value={wave}
            options={waves.map((one) => [one.id, one.title] as const)}
            onChange={setWave}
          />
        )}
        <TextField title="Department" value={department} most={80} example="Inside sales" onChange={setDepartment} />
        <button type="submit" className="button" disabled={busy || like.trim() === ""}>
          Find groups
        </button>
      </div>
      <FoundGroups found={found} busy={busy} onChoose={add} />
    </form>
  );
}

interface FoundProps {
  readonly found: readonly FoundGroup[] | null;
  readonly busy: boolean;
  readonly onChoose: (group: FoundGroup) => void;
}

function FoundGroups({ found, busy, onChoose }: FoundProps) {
  return (
    <div aria-live="polite" className="row">
      {found?.length === 0 ? <p>Jira shows you no such group.</p> : null}
      {(found ?? []).map((group) => (
        <button key={group.id} type="button" className="button" disabled={busy} onClick={() => onChoose(group)}>
          Add {group.name}
        </button>
      ))}
    </div>
  );
}
