interface Props<T extends string> {
  readonly name: string;
  readonly choices: readonly (readonly [T, string])[];
  readonly chosen: T;
  readonly onChoose: (choice: T) => void;
}

/** A few choices of which one holds, all in sight. */
export function Segments<T extends string>({ name, choices, chosen, onChoose }: Props<T>) {
  return (
    <div className="segments" role="group" aria-label={name}>
      {choices.map(([choice, title]) => (
        <button
          key={choice}
          type="button"
          className={`segment-${choice}`}
          aria-pressed={chosen === choice}
          onClick={() => onChoose(choice)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
