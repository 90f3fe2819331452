import { useState } from "react";
import { usePath } from "../router";

interface Group {
  readonly title?: string;
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

export function SideNav({ title, groups }: { readonly title: string; readonly groups: readonly Group[] }) {
  const path = usePath();
  const [open, setOpen] = useState(false);
  const isHere = (href: string) => path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`);
  return (
    <nav className={open ? "side open" : "side"} aria-label={title}>
      <button type="button" className="side-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        ☰ {title}
      </button>
      <strong className="side-title">{title}</strong>
      <div className="side-body" onClick={() => setOpen(false)}>
        {groups.map((group) => (
          <section key={group.title ?? ""}>
            {group.title !== undefined && <h2>{group.title}</h2>}
            <ul>
              {group.items.map(({ text, href }) => (
                <li key={href}>
                  <a href={href} aria-current={isHere(href) ? "page" : undefined}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
