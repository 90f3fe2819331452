import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** An empty place teaches its first step. */
export function Empty({ title, children, actions }: Props) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <div className="empty-text">{children}</div>
      {actions ? <div className="row row-centre">{actions}</div> : null}
    </section>
  );
}
