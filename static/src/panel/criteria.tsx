import type { StepPanel } from "#contract/panel";

const words = { pending: "to show", met: "met", failed: "failed" } as const;

/** Each criterion with its state as a mark and a word. */
export function Criteria({ criteria }: { readonly criteria: StepPanel["criteria"] }) {
  return (
    <ul className="criteria">
      {criteria.map((criterion) => (
        <li key={criterion.text} className={`criterion criterion-${criterion.state}`}>
          <span>{criterion.text}</span>
          <span className="tag">{words[criterion.state]}</span>
        </li>
      ))}
    </ul>
  );
}
