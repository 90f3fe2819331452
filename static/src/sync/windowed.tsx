import { useCallback, useState } from "react";
import type { ReactNode } from "react";
import { spanOf } from "./window-span";

interface Props<T> {
  readonly label: string;
  readonly lines: readonly T[];
  readonly keyOf: (line: T) => string;
  readonly children: (line: T) => ReactNode;
}

/** Up to this many lines simply stand on the page. */
const mostWhole = 80;

/** A list of any length: a long one scrolls in a frame of its own and draws only what is near the part in sight. */
export function Windowed<T>({ label, lines, keyOf, children }: Props<T>) {
  if (lines.length > mostWhole) return <Framed label={label} lines={lines} keyOf={keyOf} render={children} />;
  return (
    <ul className="lines" aria-label={label}>
      {lines.map((line) => (
        <li key={keyOf(line)}>{children(line)}</li>
      ))}
    </ul>
  );
}

interface FramedProps<T> extends Omit<Props<T>, "children"> {
  readonly render: (line: T) => ReactNode;
}

function Framed<T>({ label, lines, keyOf, render }: FramedProps<T>) {
  const [top, setTop] = useState(0);
  const { heights, measure } = useHeights();
  const span = spanOf({ keys: lines.map(keyOf), heights, top });
  return (
    <div
      className="lines-frame"
      tabIndex={0}
      role="group"
      aria-label={label}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul className="lines" style={{ paddingTop: span.above, paddingBottom: span.below }}>
        {lines.slice(span.first, span.last).map((line, at) => (
          <li
            key={keyOf(line)}
            aria-setsize={lines.length}
            aria-posinset={span.first + at + 1}
            data-line={keyOf(line)}
            ref={measure}
          >
            {render(line)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lines differ in height and may open: each is measured as it is drawn, and again when it changes. */
function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [observer] = useState(
    () =>
      new ResizeObserver((entries) => {
        const seen = entries.flatMap(({ target }): readonly (readonly [string, number])[] => {
          const name = target.getAttribute("data-line");
          return name === null || !target.isConnected ? [] : [[name, target.getBoundingClientRect().height]];
        });
        setHeights((before) => {
          const changed = seen.filter(([name, height]) => before.get(name) !== height);
          return changed.length === 0 ? before : new Map([...before, ...changed]);
        });
      }),
  );
  const measure = useCallback(
    (element: HTMLLIElement) => {
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );
  return { heights, measure };
}
