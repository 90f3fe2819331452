import Button from "@atlaskit/button/default/button";
import type { Side } from "./conflicts";
import type { Settling } from "./settling";

interface Props {
  readonly settling: Settling;
  readonly onRule: (rule: Settling["rule"]) => void;
  readonly settled: number;
  readonly total: number;
  readonly onAll: (side: Side) => void;
}

/** How far one is, a rule for all at once, and the keys. */
export function ConflictHead({ settling, onRule, settled, total, onAll }: Props) {
  return (
    <>
      <div className="row row-apart">
        <h3 aria-live="polite">
          Conflicts: {settled} of {total} settled
        </h3>
        <div className="row">
          <Button spacing="compact" onClick={() => onAll("file")}>
            File wins for all
          </Button>
          <Button spacing="compact" onClick={() => onAll("jira")}>
            Jira wins for all
          </Button>
          <Button
            spacing="compact"
            isSelected={settling.rule === "newest"}
            onClick={() => onRule(settling.rule === "newest" ? null : "newest")}
          >
            Newest wins
          </Button>
        </div>
      </div>
      <p>
        File and Jira both changed these since they last agreed. Nothing is written before each is settled or left for
        later.
      </p>
      {settling.rule === "newest" ? <p>Whichever side moved last wins; what cannot be told is asked again.</p> : null}
      <p className="faint">
        Keys: <kbd>F</kbd> keep the file, <kbd>J</kbd> keep Jira, <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Backspace</kbd>{" "}
        take a choice back.
      </p>
    </>
  );
}
