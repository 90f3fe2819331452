import { AskedFor } from "../parts/asked-for";
import { useAsk } from "../parts/use-ask";

/** What the app needs of a space, each with the way to mend it. */
export function Health({ space }: { readonly space: string }) {
  const { state, again } = useAsk("health", { space });
  return (
    <AskedFor state={state} what="the health of the space" onAgain={again}>
      {({ checks }) => (
        <ul className="setup-lines">
          {checks.map(({ name, ok, detail, mend }) => (
            <li key={name}>
              <span>
                <strong>{ok ? "✓ " : "✗ "}</strong>
                {name}
                <span className="unseen">{ok ? ", in order" : ", not in order"}</span>
              </span>
              <span className="subtle">{ok ? detail : (mend ?? detail)}</span>
            </li>
          ))}
        </ul>
      )}
    </AskedFor>
  );
}
