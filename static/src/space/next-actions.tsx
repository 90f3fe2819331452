import type { NextAction } from "#contract/plans";
import { ItemLink } from "../parts/item-link";

interface Props {
  readonly actions: readonly NextAction[];
  readonly onTab: (tab: string) => void;
}

/** What to do now, each line leading to where it is done. */
export function NextActions({ actions, onTab }: Props) {
  return (
    <section className="tile tile-next">
      <h2>Next for you</h2>
      {actions.length === 0 ? <p className="subtle">Nothing waits for you.</p> : null}
      <ul className="next">
        {actions.map((action) => (
          <li key={action.text}>
            <Target action={action} onTab={onTab} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Target({ action, onTab }: { readonly action: NextAction; readonly onTab: Props["onTab"] }) {
  const { target, text } = action;
  if (target.kind === "item") return <ItemLink itemKey={target.key}>{text}</ItemLink>;
  return (
    <button type="button" className="link" onClick={() => onTab(target.tab)}>
      {text}
    </button>
  );
}
