import type { MappedTypeView, MappingView } from "#contract/setup";
import { Table } from "../parts/table";
import { kindNames, levelWords, linkMeanings } from "./mapping-words";

/** The mapping as it holds now, in the site's own names. */
export function Mapping({ view }: { readonly view: MappingView }) {
  return (
    <section className="stack">
      <h2>What the plans use</h2>
      <Table
        caption="Work item types, and how their statuses are read"
        columns={[
          { name: "In a plan", heads: "row", render: ({ role }) => kindNames[role] },
          { name: "In this space", render: (type) => <TypeName type={type} /> },
          { name: "Statuses", render: (type) => <Statuses type={type} /> },
        ]}
        rows={view.types}
        rowKey={({ role }) => role}
      />
      <Table
        caption="Link types"
        columns={[
          { name: "In a plan", heads: "row", render: ({ role }) => linkMeanings[role] },
          {
            name: "In this space",
            render: ({ name, isThere, says }) => (
              <>
                {name} <span className="faint">{says}</span> {isThere ? null : <Gone />}
              </>
            ),
          },
        ]}
        rows={view.links}
        rowKey={({ role }) => role}
      />
      <Table
        caption="Fields"
        columns={[
          { name: "Field", heads: "row", render: ({ name, role }) => name ?? `No field for ${role}` },
          { name: "Use", render: ({ use }) => use },
        ]}
        rows={view.fields}
        rowKey={({ role }) => role}
      />
    </section>
  );
}

function TypeName({ type }: { readonly type: MappedTypeView }) {
  if (type.name === null) return <Gone />;
  return (
    <>
      {type.name} <span className="faint">{levelWords(type.level)}</span>
    </>
  );
}

function Gone() {
  return <span className="missing">no longer on this site: see Health</span>;
}

/** By Jira's own categories, so that a team may name its statuses as it likes. */
function Statuses({ type }: { readonly type: MappedTypeView }) {
  return (
    <ul className="status-means">
      {(["not started", "under way", "done"] as const).map((means) => {
        const names = type.statuses.filter((one) => one.means === means).map(({ name }) => name);
        return names.length === 0 ? null : (
          <li key={means}>
            <span className={means === "done" ? "tag tag-good" : "tag"}>{means}</span> {names.join(", ")}
          </li>
        );
      })}
    </ul>
  );
}
