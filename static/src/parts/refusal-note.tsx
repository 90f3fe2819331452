import type { RefusalView } from "#contract/reply";
import type { ReactNode } from "react";

interface Props {
  readonly refusal: RefusalView;
  readonly onAgain?: (() => void) | undefined;
  readonly children?: ReactNode;
}

const headings: Partial<Record<RefusalView["code"], string>> = {
  not_allowed: "You may not see this",
  not_found: "Not there",
  setup_missing: "Not set up yet",
  suppressed: "Hidden to protect people",
  stale: "Something changed meanwhile",
  busy: "Busy just now",
  jira_throttled: "Jira asked us to wait",
  store_preparing: "Still getting ready",
};

/** Says no, why, and what the person can do about it. */
export function RefusalNote({ refusal, onAgain, children }: Props) {
  return (
    <section className="note note-refused" role="alert">
      <h3 className="note-title">{headings[refusal.code] ?? "That did not work"}</h3>
      <p>{refusal.message}</p>
      <p className="note-mend">{refusal.mend}</p>
      {onAgain || children ? (
        <div className="row">
          {onAgain ? (
            <button type="button" className="button" onClick={onAgain}>
              Try again
            </button>
          ) : null}
          {children}
        </div>
      ) : null}
    </section>
  );
}
