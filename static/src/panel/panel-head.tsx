import { ItemLink } from "../parts/item-link";

interface Props {
  readonly plan: { readonly title: string; readonly key: string | null };
}

export function PanelHead({ plan }: Props) {
  return (
    <p className="faint">
      Part of {plan.key === null ? plan.title : <ItemLink itemKey={plan.key}>{plan.title}</ItemLink>}
    </p>
  );
}
