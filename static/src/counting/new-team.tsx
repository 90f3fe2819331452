import { useState } from "react";
import type { PlanSummary } from "#contract/plans";
import type { FoundGroup, Team } from "#contract/teams";
import { ask, flagRefusal } from "../bridge";
import { Choice } from "./choice";

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
        <label className="labelled">
          <span>Part of the group's name</span>
          <input
            value={like}
            maxLength={255}
            placeholder="crm-users"
            onChange={(event) => setLike(event.target.value)}
          />
        </label>
        {waves.length === 0 ? null : (
          <Choice
            title="Wave"
            value={wave}
            options={waves.map((one) => [one.id, one.title] as const)}
            onChange={setWave}
          />
        )}
        <label className="labelled">
          <span>Department</span>
          <input
            value={department}
            maxLength={80}
            placeholder="Inside sales"
            onChange={(event) => setDepartment(event.target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={busy || like.trim() === ""}>
          Find groups
        </button>
      </div>
      <div aria-live="polite" className="row">
        {found?.length === 0 ? <p>Jira shows you no such group.</p> : null}
        {(found ?? []).map((group) => (
          <button key={group.id} type="button" className="button" disabled={busy} onClick={() => add(group)}>
            Add {group.name}
          </button>
        ))}
      </div>
    </form>
  );
}
