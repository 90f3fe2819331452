const writes = [
  ["Work items", "of the four mapped types, only those a plan made or took on. No other work item is touched."],
  ["Links", "of the four mapped link types, only between work items of one plan."],
  [
    "Properties",
    "whose names begin with “uptake.”, on those work items: which plan they belong to, and what has no field of its own.",
  ],
  ["Fields", "the ones listed above, on those work items only."],
] as const;

const keeps = [
  ["What plan and Jira last agreed on", "field by field, to tell who changed what since."],
  ["Every apply", "with each call and what was there before, so that it can be taken back."],
  ["Reported usage", "with people as numbers made with a key of this site. Names and e-mails stay in Jira."],
] as const;

/** For whoever decides whether the app may stay: all that it writes and keeps, and what goes with it. */
export function Footprint() {
  return (
    <section className="stack stack-tight">
      <h2>What Uptake writes and keeps</h2>
      <h3>It writes to Jira</h3>
      <Facts facts={writes} />
      <h3>It keeps in Forge storage, on Atlassian's side</h3>
      <Facts facts={keeps} />
      <p>
        Nothing leaves Atlassian: the app may call no other host. It writes as the app, and only after checking that the
        person who asked may do the same by hand.
      </p>
      <p className="subtle">
        Removing the set-up takes back the types, fields and links it made, as far as nothing uses them. After an
        uninstall Atlassian deletes what the app keeps; work items, links and properties stay in Jira.
      </p>
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <ul className="bullets">
      {facts.map(([what, why]) => (
        <li key={what}>
          <strong>{what}</strong>: {why}
        </li>
      ))}
    </ul>
  );
}
