import Textfield from "@atlaskit/textfield/text-field";
import type { ProposalView } from "#contract/sync";

interface Props {
  readonly limit: NonNullable<ProposalView["limit"]>;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** So much would change that a slip is likelier than a wish: the number must be typed to go on. */
export function LimitGate({ limit, value, onChange }: Props) {
  const share = Math.round((limit.touched / Math.max(1, limit.existing)) * 100);
  const right = value === limit.touched;
  return (
    <section className="note note-refused">
      <h3>
        This touches {limit.touched} of {limit.existing} existing work items ({share} %)
      </h3>
      <p>Is this the right file for this space? If it is, type the number to go on.</p>
      <label className="typed">
        <span className="unseen">How many work items may be touched</span>
        <Textfield
          inputMode="numeric"
          width="small"
          isInvalid={value !== null && !right}
          onChange={(event) => onChange(readNumber(event.currentTarget.value))}
        />
        <span aria-live="polite">{right ? "Confirmed." : `Type ${String(limit.touched)}.`}</span>
      </label>
    </section>
  );
}

function readNumber(text: string): number | null {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : null;
}
