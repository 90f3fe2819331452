import { useContext } from "react";
import type { MouseEvent, ReactNode } from "react";
import { OpeningContext } from "./opening";

interface Props {
  readonly itemKey: string;
  readonly children?: ReactNode;
  /** `-1` where the arrow keys lead, and the tab key would stop too often. */
  readonly tabIndex?: number;
}

export function ItemLink({ itemKey, children, tabIndex }: Props) {
  const { siteUrl, openItem } = useContext(OpeningContext);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openItem(itemKey);
  };
  return (
    <a
      className={children === undefined ? "item-link item-key" : "item-link"}
      tabIndex={tabIndex}
      href={`${siteUrl}/browse/${itemKey}`}
      onClick={open}
    >
      {children ?? itemKey}
    </a>
  );
}
