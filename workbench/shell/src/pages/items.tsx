import { useState } from "react";
import { read, textOf } from "../call";
import { Press } from "../parts/press";
import { Avatar, Empty, Ready, StatusMark } from "../parts/standing";
import { go, paths } from "../router";
import { briefFields, found } from "../shapes";
import type { BriefItem } from "../shapes";
import { useLive } from "../use-load";

const pageSize = 50;

export function ItemsPage({ jql }: { readonly jql: string }) {
  return (
    <main id="main" className="page">
      <form
        className="jql"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          go(paths.items(textOf(new FormData(event.currentTarget).get("jql"))));
        }}
      >
        <input key={jql} name="jql" aria-label="JQL" defaultValue={jql} spellCheck={false} autoComplete="off" />
        <button type="submit" className="primary">
          Search
        </button>
      </form>
      <ItemList key={jql} title="Work items" jql={jql} />
    </main>
  );
}

export function ItemList({ title, jql }: { readonly title: string; readonly jql: string }) {
  const [tokens, setTokens] = useState<readonly string[]>([]);
  const token = tokens.at(-1);
  const page = token === undefined ? "" : `&nextPageToken=${encodeURIComponent(token)}`;
  const at = `/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}&fields=${briefFields}&maxResults=${pageSize}${page}`;
  const loaded = useLive(at, () => read(found, at));
  return (
    <>
      <h1>{title}</h1>
      <Ready of={loaded}>
        {({ issues, nextPageToken }) => (
          <>
            {issues.length === 0 ? <Empty title="No work items match" /> : <Rows items={issues} />}
            <nav className="pages" aria-label="Result pages">
              {tokens.length > 0 && <Press text="Previous" onPress={() => setTokens(tokens.slice(0, -1))} />}
              {nextPageToken && <Press text="Next" onPress={() => setTokens([...tokens, nextPageToken])} />}
            </nav>
          </>
        )}
      </Ready>
    </>
  );
}

function Rows({ items }: { readonly items: readonly BriefItem[] }) {
  return (
    <div className="scroll">
      <table className="list">
        <thead>
          <tr>
            {["Type", "Key", "Summary", "Status", "Assignee", "Due"].map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ key, fields }) => (
            <tr key={key}>
              <td>{fields.issuetype.name}</td>
              <td>
                <a href={paths.item(key)}>{key}</a>
              </td>
              <td className="wide">
                <a href={paths.item(key)}>{fields.summary}</a>
              </td>
              <td>
                <StatusMark status={fields.status} />
              </td>
              <td>
                <Avatar name={fields.assignee?.displayName ?? null} />
              </td>
              <td>{fields.duedate ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
