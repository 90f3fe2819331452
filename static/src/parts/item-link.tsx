import { useContext } from "react";
import type { MouseEvent, ReactNode } from "react";
import { OpeningContext } from "./opening";

interface Props {
  readonly itemKey: string;
  readonly children?: ReactNode;
}

export function ItemLink({ itemKey, children }: Props) {
  const { siteUrl, openItem } = useContext(OpeningContext);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openItem(itemKey);
  };
  return (
    <a className="item-link" href={`${siteUrl}/browse/${itemKey}`} onClick={open}>
      {children ?? itemKey}
    </a>
  );
}
