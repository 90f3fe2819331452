import { createStore, useStore } from "../store";
import { said } from "../call";
import { Press } from "./press";

export interface Flag {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly type: string;
  readonly actions: readonly { readonly text: string; readonly onClick: () => void }[];
}

const flags = createStore<readonly Flag[]>([]);
const dismissMs = 8_000;

export function showFlag(flag: Flag, life: "stays" | "passes"): void {
  flags.set([flag, ...flags.get().filter(({ id }) => id !== flag.id)]);
  if (life === "passes") setTimeout(() => closeFlag(flag.id), dismissMs);
}

export const closeFlag = (id: string): void => flags.set(flags.get().filter((flag) => flag.id !== id));

export function tellRefusal(error: unknown): void {
  showFlag({ id: `no-${Date.now()}`, title: said(error), description: null, type: "error", actions: [] }, "stays");
}

/** Runs what a person asked for; a refusal becomes a flag. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch(tellRefusal);
}

const marks: Readonly<Record<string, string>> = { success: "✓", error: "!", warning: "!", info: "i" };

export function Flags() {
  return (
    <section className="flags" aria-label="Messages" aria-live="polite">
      {useStore(flags).map((flag) => (
        <article key={flag.id} className={`flag flag-${flag.type}`} role={flag.type === "error" ? "alert" : "status"}>
          <span className="flag-mark" aria-hidden="true">
            {marks[flag.type] ?? "i"}
          </span>
          <div>
            <strong>{flag.title}</strong>
            {flag.description !== null && <p>{flag.description}</p>}
            {flag.actions.map((action) => (
              <Press key={action.text} text={action.text} look="link" onPress={action.onClick} />
            ))}
          </div>
          <Press text="✕" label="Dismiss" look="quiet" onPress={() => closeFlag(flag.id)} />
        </article>
      ))}
    </section>
  );
}
