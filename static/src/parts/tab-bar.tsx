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
  return (
    <nav className="tabs" aria-label="Implementation">
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
