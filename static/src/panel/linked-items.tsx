import type { LinkedItem } from "#contract/panel";
import { ItemLink } from "../parts/item-link";

export function LinkedItems({ items }: { readonly items: readonly LinkedItem[] }) {
  return (
    <ul className="linked">
      {items.map((item) => (
        <li key={item.key}>
          <ItemLink itemKey={item.key} />
          <span className="linked-title">{item.title}</span>
          <span className={item.done ? "tag tag-good" : "tag"}>{item.status}</span>
        </li>
      ))}
    </ul>
  );
}
