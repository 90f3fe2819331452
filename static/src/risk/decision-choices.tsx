import { choices } from "./decision-words";
import type { Choice } from "./decision-words";

interface ChoicesProps {
  readonly canEdit: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** Everything that can be decided, each with its key. */
export function Choices({ canEdit, onChoose }: ChoicesProps) {
  return (
    <div className="review-choices" role="group" aria-label="Decide">
      {choices.map((choice) => (
        <button
          key={choice.kind}
          type="button"
          className="button"
          title={choice.says}
          aria-keyshortcuts={choice.letter}
          disabled={!canEdit}
          onClick={() => onChoose(choice)}
        >
          {choice.word} <kbd>{choice.letter.toUpperCase()}</kbd>
        </button>
      ))}
    </div>
  );
}
