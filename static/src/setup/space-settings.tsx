import type { Place } from "../bridge";
import { Empty } from "../parts/empty";
import { Health } from "./health";

/** What Uptake uses in this space, for whoever administers it. Changes are made once for the site, on the admin page. */
export function SpaceSettingsScreen({ here }: { readonly here: Place }) {
  const { space } = here;
  if (space === null) {
    return (
      <Empty title="No space">
        <p>Jira does not say which space these settings belong to. Open them from the space's own settings.</p>
      </Empty>
    );
  }
  return (
    <main className="page stack stack-wide">
      <header className="stack stack-tight">
        <h1>Uptake in {space.key}</h1>
        <p className="subtle">
          Work item types, fields and links are set up by a Jira administrator under Apps, Uptake. Sources of usage are
          created on the Implementation page of the space, under Settings.
        </p>
      </header>
      <section className="stack">
        <h2>Health</h2>
        <Health space={space.key} />
      </section>
    </main>
  );
}
