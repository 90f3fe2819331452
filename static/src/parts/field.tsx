import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

export function Field({ label, hint, children }: Props) {
  return (
    <label className="form-field">
      <strong>{label}</strong>
      {hint === undefined ? null : <span className="subtle">{hint}</span>}
      {children}
    </label>
  );
}
