import { useState } from "react";
import type { PlanSummary } from "#contract/plans";
import { flagRefusal, submit } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { allCards, firstCards, periods, readGadgetConfig } from "./gadget-config";
import type { Card, GadgetConfig } from "./gadget-config";
import { planLabel } from "../parts/plan-label";
import { useAsk } from "../parts/use-ask";

export function GadgetEditScreen({ saved }: { readonly saved: unknown }) {
  const { state, again } = useAsk("listPlans", {});
  return (
    <main className="page stack">
      <AskedFor state={state} what="the plans" onAgain={again}>
        {(plans) => (plans.length === 0 ? <NoPlan /> : <Form plans={plans} before={readGadgetConfig(saved)} />)}
      </AskedFor>
    </main>
  );
}

function NoPlan() {
  return (
    <Empty title="No plan to show">
      <p>Jira shows you no plan. Import one on the Implementation page of a space, or ask for access to its space.</p>
    </Empty>
  );
}

interface Props {
  readonly plans: readonly PlanSummary[];
  readonly before: GadgetConfig | null;
}

function Form({ plans, before }: Props) {
  const [plan, setPlan] = useState(firstPlan(plans, before));
  const [wave, setWave] = useState(before?.wave ?? "");
  const [cards, setCards] = useState<readonly Card[]>(before?.cards ?? firstCards);
  const [weeks, setWeeks] = useState(before?.weeks ?? null);
  const waves = plans.find(({ id }) => id === plan)?.waves ?? [];
  const toggle = (card: Card) =>
    setCards(cards.includes(card) ? cards.filter((one) => one !== card) : [...cards, card]);
  const save = () => {
    const ordered = allCards.map(({ card }) => card).filter((card) => cards.includes(card));
    const known = waves.some(({ id }) => id === wave) ? wave : null;
    submit({ version: 1, plan, wave: known, cards: ordered, weeks }).catch(flagRefusal);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Choice
        title="Plan"
        value={plan}
        options={[
          ...(plan === "" ? [{ id: "", title: "Its plan is gone: choose another" }] : []),
          ...plans.map((each) => ({ id: each.id, title: planLabel(each) })),
        ]}
        onChange={setPlan}
      />
      <Choice title="Wave" value={wave} options={[{ id: "", title: "All waves" }, ...waves]} onChange={setWave} />
      <Choice
        title="Period of the small charts"
        value={String(weeks ?? "")}
        options={periods.map((period) => ({ id: String(period.weeks ?? ""), title: period.title }))}
        onChange={(chosen) => setWeeks(chosen === "" ? null : Number(chosen))}
      />
      <Cards cards={cards} onToggle={toggle} />
      <div className="row">
        <button type="submit" className="button button-primary" disabled={cards.length === 0 || plan === ""}>
          Save
        </button>
        {cards.length === 0 ? <span className="subtle">Choose at least one card.</span> : null}
      </div>
    </form>
  );
}

/** A saved plan that Jira shows no more is not quietly another one; a new gadget begins with the first. */
function firstPlan(plans: readonly PlanSummary[], before: GadgetConfig | null): string {
  const wanted = before === null ? plans[0] : plans.find(({ id }) => id === before.plan);
  return wanted?.id ?? "";
}

interface ChoiceProps {
  readonly title: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (id: string) => void;
}

function Choice({ title, value, options, onChange }: ChoiceProps) {
  return (
    <label className="labelled">
      <span>{title}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Cards({ cards, onToggle }: { readonly cards: readonly Card[]; readonly onToggle: (card: Card) => void }) {
  return (
    <fieldset className="type-choices">
      <legend>Cards</legend>
      {allCards.map(({ card, title, says }) => (
        <label key={card} className="check">
          <input type="checkbox" checked={cards.includes(card)} onChange={() => onToggle(card)} />
          <span>
            {title}
            <span className="faint"> {says}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
