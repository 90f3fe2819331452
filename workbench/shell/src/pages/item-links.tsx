import { call, read, textOf } from "../call";
import { Options, Press } from "../parts/press";
import type { Option } from "../parts/press";
import { StatusMark } from "../parts/standing";
import { paths } from "../router";
import { linkTypes } from "../shapes";
import type { Item } from "../shapes";
import { useLoad } from "../use-load";

interface Props {
  readonly itemKey: string;
  readonly links: Item["fields"]["issuelinks"];
  readonly change: (work: () => Promise<unknown>) => void;
}

export function ItemLinks({ itemKey, links, change }: Props) {
  const unlink = (id: string) => change(() => call("DELETE", `/rest/api/3/issueLink/${id}`));
  return (
    <section>
      <h2>Linked work items</h2>
      <ul className="links">
        {links.map(({ id, type, inwardIssue, outwardIssue }) => {
          const other = outwardIssue ?? inwardIssue;
          return (
            other && (
              <li key={id}>
                <span className="faint">{outwardIssue ? type.outward : type.inward}</span>
                <a href={paths.item(other.key)}>
                  {other.key} {other.fields.summary}
                </a>
                <StatusMark status={other.fields.status} />
                <Press text="✕" label={`Unlink ${other.key}`} look="quiet" onPress={() => unlink(id)} />
              </li>
            )
          );
        })}
      </ul>
      <AddLink itemKey={itemKey} change={change} />
    </section>
  );
}

function AddLink({ itemKey, change }: Omit<Props, "links">) {
  const known = useLoad("link types", () => read(linkTypes, "/rest/api/3/issueLinkType"));
  const sides = (known.value?.issueLinkTypes ?? []).flatMap(({ name, inward, outward }): Option[] => {
    const both: Option[] = [
      [`${name}/outward`, outward],
      [`${name}/inward`, inward],
    ];
    return inward === outward ? both.slice(0, 1) : both;
  });
  const add = (form: FormData) => {
    const [name, side] = textOf(form.get("type")).split("/");
    const other = { key: textOf(form.get("other")) };
    const own = { key: itemKey };
    const ends =
      side === "outward" ? { inwardIssue: own, outwardIssue: other } : { inwardIssue: other, outwardIssue: own };
    change(() => call("POST", "/rest/api/3/issueLink", { type: { name }, ...ends }));
  };
  return (
    <form className="inline-form" action={add}>
      <select name="type" aria-label="Link type">
        <Options of={sides} />
      </select>
      <input name="other" aria-label="Key of the other work item" placeholder="KEY-1" required />
      <button type="submit">Link</button>
    </form>
  );
}
