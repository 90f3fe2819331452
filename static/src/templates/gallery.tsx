import type { ReactNode } from "react";
import Button from "@atlaskit/button/default/button";
import { templates } from "#domain/plan/templates/library";
import type { Template } from "#domain/plan/templates/template";
import { sayContents } from "./template-contents";

interface Props {
  readonly onUse: (template: Template) => void;
}

export function Gallery({ onUse }: Props) {
  return (
    <section className="stack stack-tight" aria-label="Templates">
      <h2>Start from a template</h2>
      <ul className="template-cards">
        {templates.map((template) => (
          <TemplateCard
            key={template.id}
            title={template.title}
            suits={template.suits}
            holds={`${sayContents(template)}. Usually ${sayMonths(template)}.`}
          >
            <Button onClick={() => onUse(template)}>
              Use <span className="unseen">{template.title}</span>
            </Button>
          </TemplateCard>
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly title: string;
  readonly suits: string;
  readonly holds: string;
  readonly children: ReactNode;
}

export function TemplateCard({ title, suits, holds, children }: CardProps) {
  return (
    <li className="tile stack stack-tight">
      <h3>{title}</h3>
      <p>{suits}</p>
      <p className="subtle">{holds}</p>
      <div className="row card-foot">{children}</div>
    </li>
  );
}

function sayMonths({ months: { least, most } }: Template): string {
  if (least < 1) return `up to ${String(most)} ${most === 1 ? "month" : "months"}`;
  return least === most ? `${String(most)} months` : `${String(least)} to ${String(most)} months`;
}
