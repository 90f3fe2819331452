import type { TriggerView } from "#contract/rollbacks";

const words: Readonly<Record<TriggerView["state"], string>> = {
  met: "MET",
  lapsed: "No longer met",
  "not-met": "Not met",
  unknown: "Not known",
};

/** Each trigger with where it stands, in a word and in a sentence. */
export function TriggerList({ triggers }: { readonly triggers: readonly TriggerView[] }) {
  if (triggers.length === 0) return <p className="subtle">No trigger is written: nobody will know when.</p>;
  return (
    <ul className="triggers" aria-live="polite">
      {triggers.map((trigger) => (
        <li key={trigger.text} className={`trigger trigger-${trigger.state}`}>
          <strong className="trigger-word">{words[trigger.state]}</strong>
          <span>{sayTrigger(trigger)}</span>
        </li>
      ))}
    </ul>
  );
}

function sayTrigger({ state, text, sentence, missing }: TriggerView): string {
  const condition = text.replaceAll(/(?<=[a-z])-(?=[a-z])/gi, " ");
  if (state === "met" || state === "lapsed") return sentence;
  return missing.length === 0 ? condition : `${condition} (enter ${missing.join(", ").replaceAll("-", " ")})`;
}
