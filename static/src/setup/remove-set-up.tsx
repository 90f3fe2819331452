import { useState } from "react";
import type { RefusalView } from "#contract/reply";
import { ask, flag, refusalOf } from "../bridge";
import { RefusalNote } from "../parts/refusal-note";

interface Props {
  readonly space: string;
  readonly name: string;
  readonly onRemoved: () => void;
}

/** Takes back what set-up did and nothing else, after a second click that says so. */
export function RemoveSetUp({ space, name, onRemoved }: Props) {
  const [step, setStep] = useState<"idle" | "sure" | "sending">("idle");
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const remove = async () => {
    setStep("sending");
    setRefusal(null);
    try {
      await ask("setupRemove", { space });
      flag({ type: "success", title: `Set-up removed from ${name}` });
      onRemoved();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setStep("idle");
  };
  return (
    <section className="stack stack-tight">
      <h2>Remove</h2>
      <p className="subtle">
        Takes back what set-up made in {name}. Work items stay; what somebody uses elsewhere stays.
      </p>
      {refusal === null ? null : <RefusalNote refusal={refusal} />}
      <div className="row">
        {step === "idle" ? (
          <button type="button" className="button" onClick={() => setStep("sure")}>
            Remove set-up …
          </button>
        ) : (
          <>
            <button
              type="button"
              className="button button-primary"
              disabled={step === "sending"}
              onClick={() => void remove()}
            >
              {step === "sending" ? "Removing …" : `Yes, remove it from ${name}`}
            </button>
            <button type="button" className="button" onClick={() => setStep("idle")}>
              Keep it
            </button>
          </>
        )}
      </div>
    </section>
  );
}
