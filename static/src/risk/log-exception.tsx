import { useState } from "react";
import { AskedFor } from "../parts/asked-for";
import { useAsk } from "../parts/use-ask";
import { ExceptionForm } from "./exception-form";

/** On every page of the plan: what people do beside the system is seen in passing, and forgotten a tab later. */
export function LogException({ plan }: { readonly plan: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="log-exception">
      <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Log an exception
      </button>
      {isOpen ? <Form plan={plan} onNoted={() => setOpen(false)} /> : null}
    </div>
  );
}

function Form({ plan, onNoted }: { readonly plan: string; readonly onNoted: () => void }) {
  const { state, again } = useAsk("exceptions", { plan });
  return (
    <AskedFor state={state} what="the exceptions" onAgain={again}>
      {({ departments }) => <ExceptionForm plan={plan} departments={departments} onNoted={onNoted} />}
    </AskedFor>
  );
}
