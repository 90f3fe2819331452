import { useEffect, useRef } from "react";

export interface Tab {
  readonly tab: string;
  readonly title: string;
}

interface Props {
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly onChoose: (tab: string) => void;
}

/** Places of the page, not panels of one: so it is navigation, and the address follows. */
export function TabBar({ tabs, current, onChoose }: Props) {
  const bar = useRef<HTMLElement>(null);
  const at = tabs.findIndex(({ tab }) => tab === current);
  useEffect(() => {
    // Where the bar is wider than the page, the place one is at may lie beyond its edge.
    const [nav, chosen] = [bar.current, bar.current?.children[at]];
    if (nav && chosen instanceof HTMLElement) {
      nav.scrollLeft = chosen.offsetLeft + chosen.offsetWidth / 2 - nav.clientWidth / 2;
    }
  }, [at]);
  return (
    <nav ref={bar} className="tabs" aria-label="Implementation">
      {tabs.map(({ tab, title }) => (
        <button
          key={tab}
          type="button"
          className="tab"
          aria-current={tab === current ? "page" : undefined}
          onClick={() => onChoose(tab)}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}
