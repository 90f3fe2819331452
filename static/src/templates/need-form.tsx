import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import { adviseOnPlan } from "#domain/plan/plan-need";
import type { Advice, Undertaking } from "#domain/plan/plan-need";
import { needQuestions, undertakingOf } from "./need-questions";
import type { NeedAnswers } from "./need-questions";

interface Props {
  readonly onTemplate: (id: string) => void;
  readonly onQuick: () => void;
  readonly onLeave: () => void;
}

const verdicts: Readonly<Record<Advice["need"], string>> = {
  "full-plan": "Yes: a full plan.",
  "light-checklist": "A light checklist is enough.",
  none: "No plan needed.",
};

/** Six short questions and a plain answer; the best plan may be none. */
export function NeedForm({ onTemplate, onQuick, onLeave }: Props) {
  const [answers, setAnswers] = useState<NeedAnswers>({});
  const about = undertakingOf(answers);
  const left = needQuestions.filter(({ id }) => answers[id] === undefined).length;
  return (
    <section className="stack start-form" aria-label="Do you need this plan?">
      <h2>Do you need this plan?</h2>
      {needQuestions.map(({ id, question, choices }) => (
        <fieldset key={id} className="need">
          <legend>{question}</legend>
          <div className="row">
            {choices.map(([choice, title]) => (
              <label key={choice} className={answers[id] === choice ? "side side-chosen" : "side"}>
                <input
                  type="radio"
                  name={id}
                  checked={answers[id] === choice}
                  onChange={() => setAnswers({ ...answers, [id]: choice })}
                />
                {title}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div aria-live="polite">
        {about === null ? (
          <p className="subtle">{left === 1 ? "One question left." : `${String(left)} questions left.`}</p>
        ) : (
          <Answer about={about} onTemplate={onTemplate} onQuick={onQuick} />
        )}
      </div>
      <div className="row">
        <button type="button" className="button" onClick={onLeave}>
          Back
        </button>
      </div>
    </section>
  );
}

interface AnswerProps extends Omit<Props, "onLeave"> {
  readonly about: Undertaking;
}

function Answer({ about, onTemplate, onQuick }: AnswerProps) {
  const { need, reason, template } = adviseOnPlan(about);
  return (
    <section className="tile stack stack-tight" aria-label="Answer">
      <h3>{verdicts[need]}</h3>
      <p>{reason}</p>
      <div className="row">
        {template === null ? (
          <span className="subtle">A work item on the board will do. You can still make a plan.</span>
        ) : (
          <Button appearance="primary" onClick={() => onTemplate(template)}>
            Start from the template that fits
          </Button>
        )}
        <Button appearance="subtle" onClick={onQuick}>
          Make a quick plan
        </Button>
      </div>
    </section>
  );
}
