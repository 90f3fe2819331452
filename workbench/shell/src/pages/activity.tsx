import { useState } from "react";
import { call, read, textOf } from "../call";
import { Adf, adfOf } from "../parts/adf";
import { attempt } from "../parts/flags";
import { Tabs } from "../parts/press";
import { Avatar, Ready } from "../parts/standing";
import { comments } from "../shapes";
import type { Item } from "../shapes";
import { useLive } from "../use-load";

const when = (stamp: string) => new Date(stamp).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });

export function Activity({ item }: { readonly item: Item }) {
  const [tab, setTab] = useState<"Comments" | "History">("Comments");
  return (
    <section>
      <h2>Activity</h2>
      <Tabs names={["Comments", "History"]} open={tab} onOpen={setTab} />
      {tab === "Comments" ? <Comments itemKey={item.key} /> : <History item={item} />}
    </section>
  );
}

function Comments({ itemKey }: { readonly itemKey: string }) {
  const at = `/rest/api/3/issue/${itemKey}/comment`;
  const loaded = useLive(at, () => read(comments, at));
  const add = (form: FormData) =>
    attempt(() => call("POST", at, { body: adfOf(textOf(form.get("text"))) }).finally(loaded.reload));
  return (
    <>
      <form className="comment-form" action={add}>
        <textarea name="text" rows={2} aria-label="Comment" placeholder="Add a comment" required />
        <button type="submit">Comment</button>
      </form>
      <Ready of={loaded}>
        {(found) =>
          found.comments.map(({ id, author, created, body }) => (
            <article key={id} className="comment">
              <Avatar name={author?.displayName ?? null} />
              <div>
                <strong>{author?.displayName ?? "Somebody"}</strong> <time className="faint">{when(created)}</time>
                <div className="adf">
                  <Adf of={body} />
                </div>
              </div>
            </article>
          ))
        }
      </Ready>
    </>
  );
}

function History({ item }: { readonly item: Item }) {
  const histories = item.changelog?.histories ?? [];
  if (histories.length === 0) return <p className="faint">Nothing has changed yet.</p>;
  return histories.map(({ id, author, created, items }) => (
    <article key={id} className="comment">
      <Avatar name={author?.displayName ?? null} />
      <div>
        <strong>{author?.displayName ?? "Somebody"}</strong> <time className="faint">{when(created)}</time>
        {items.map((change, at) => (
          <p key={at}>
            {change.field}: {change.fromString || "None"} → {change.toString || "None"}
          </p>
        ))}
      </div>
    </article>
  ));
}
