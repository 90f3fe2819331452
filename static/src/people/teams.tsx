import { useState } from "react";
import type { PlanSummary } from "#contract/plans";
import type { Team, TeamView } from "#contract/people";
import { ask, flag, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { sayInstant } from "../parts/day";
import { count } from "../parts/share";
import { useAsk } from "../parts/use-ask";
import { NewTeam } from "./new-team";

/** Jira groups whose members are the people of a wave: who joins and who leaves is seen every hour. */
export function Teams({ plan }: { readonly plan: PlanSummary }) {
  const { state, again } = useAsk("listTeams", { plan: plan.id });
  const [busy, setBusy] = useState(false);
  const set = async (teams: readonly Team[]) => {
    setBusy(true);
    try {
      await ask("setTeams", {
        plan: plan.id,
        teams: teams.map(({ group, name, wave, department }) => ({ group, name, wave, department })),
      });
      flag({ type: "success", title: "Groups read" });
    } catch (error) {
      flagRefusal(error);
    }
    again();
    setBusy(false);
  };
  return (
    <section className="stack stack-tight" aria-label="People from groups">
      <h3>From groups</h3>
      <p className="subtle">
        Members are read every hour. Who joins later has access from then on; who goes has left. Whoever is in several
        groups belongs to the first.
      </p>
      <AskedFor state={state} what="the groups" onAgain={again}>
        {(teams) => (
          <>
            <ul className="bullets">
              {teams.map((team) => (
                <li key={team.group}>
                  <TeamLine
                    team={team}
                    plan={plan}
                    busy={busy}
                    onRemove={() => void set(teams.filter(({ group }) => group !== team.group))}
                  />
                </li>
              ))}
            </ul>
            <NewTeam plan={plan} busy={busy} onAdd={(team) => void set([...teams, team])} />
          </>
        )}
      </AskedFor>
    </section>
  );
}

interface LineProps {
  readonly team: TeamView;
  readonly plan: PlanSummary;
  readonly busy: boolean;
  readonly onRemove: () => void;
}

function TeamLine({ team, plan, busy, onRemove }: LineProps) {
  const { name, wave, department, people, services, readAt, refused } = team;
  const where = [plan.waves.find(({ id }) => id === wave)?.title ?? wave, department].filter((part) => part !== "");
  const who = people === null ? "fewer than five people" : count(people, "person", "people");
  const apart = services === 0 ? "" : `, ${count(services, "app")} excluded`;
  return (
    <>
      <div className="row">
        <strong>{name}</strong>
        <span className="subtle">
          {where.length === 0 ? "" : `${where.join(", ")}: `}
          {readAt === null ? "not read yet" : `${who}${apart}, read ${sayInstant(readAt)}`}
        </span>
        <button type="button" className="button" disabled={busy} onClick={onRemove} aria-label={`Remove ${name}`}>
          Remove
        </button>
      </div>
      {refused === null ? null : (
        <p className="note note-refused" role="alert">
          {refused.message} {refused.mend}
        </p>
      )}
    </>
  );
}
