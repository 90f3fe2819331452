import Button from "@atlaskit/button/default/button";
import type { ProposalView } from "#contract/sync";
import { sayTouched } from "./proposal-counts";
import { isEqual, unsettled } from "./settling";
import type { Settling } from "./settling";

interface Props {
  readonly proposal: ProposalView;
  readonly asked: Settling;
  readonly state: { readonly isChanged: boolean; readonly isConfirmed: boolean; readonly sending: boolean };
  readonly onSettle: (settling: Settling) => void;
  readonly onLook: () => void;
  readonly onApply: () => void;
  readonly leave: { readonly title: string; readonly onLeave: () => void };
}

/** One button: it applies what is shown, or shows what a decision just made would change. */
export function PreviewFoot({ proposal, asked, state, onSettle, onLook, onApply, leave }: Props) {
  const touched = sayTouched(proposal.counts);
  const waits = sayWait(proposal, state.isConfirmed);
  const begin = unsettled(asked.editedAt);
  return (
    <footer className="import-foot">
      {state.isChanged ? (
        <Button appearance="primary" onClick={onLook}>
          Look again with these decisions
        </Button>
      ) : (
        <Button appearance="primary" isDisabled={waits !== null} isLoading={state.sending} onClick={onApply}>
          {touched === null ? "Nothing to apply" : `Apply: ${touched}`}
        </Button>
      )}
      <Button appearance="subtle" onClick={leave.onLeave}>
        {leave.title}
      </Button>
      {isEqual(asked, begin) ? null : (
        <Button appearance="subtle" onClick={() => onSettle(begin)}>
          Decide again
        </Button>
      )}
      <span className="subtle">{state.isChanged ? "" : (waits ?? "")}</span>
    </footer>
  );
}

/** Why the button waits; null when it does not. */
function sayWait({ counts, limit, blocked, running }: ProposalView, isConfirmed: boolean): string | null {
  if (running !== null) return `${running.by} is applying this plan.`;
  if (blocked.length > 0) return "Mend what stands in the way first.";
  if (counts.conflict > 0) return "Settle the conflicts first.";
  if (sayTouched(counts) === null) return "Plan and Jira agree.";
  return limit === null || isConfirmed ? null : "Confirm the number first.";
}
