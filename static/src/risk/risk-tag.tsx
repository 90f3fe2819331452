import type { RiskBoardView } from "#contract/risks";

type Tag = RiskBoardView["lanes"][number]["tag"];

export const tagNames: Record<Tag, string> = { "pre-delivery": "Pre-delivery", "post-delivery": "Post-delivery" };

export function RiskTag({ tag }: { readonly tag: Tag }) {
  return <span className={`tag tag-${tag}`}>{tagNames[tag]}</span>;
}
