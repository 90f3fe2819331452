import type { ReactNode } from "react";
import type { Status } from "../shapes";
import type { Loaded } from "../use-load";

interface Props<T> {
  readonly of: Loaded<T>;
  readonly children: (value: T) => ReactNode;
}

/** Waiting, refused or ready: what any loaded part of the page can be. */
export function Ready<T>({ of, children }: Props<T>) {
  if (of.error !== null) return <Refusal text={of.error} />;
  if (of.value === null) return <Skeleton />;
  return <>{children(of.value)}</>;
}

export function Refusal({ text }: { readonly text: string }) {
  return (
    <p role="alert" className="refusal">
      {text}
    </p>
  );
}

export function Skeleton() {
  return (
    <div className="skeleton" role="status" aria-label="Loading">
      <i />
      <i />
      <i />
    </div>
  );
}

const tones: Readonly<Record<string, string>> = { new: "todo", indeterminate: "doing", done: "done" };

export function StatusMark({ status }: { readonly status: Status }) {
  return <span className={`lozenge lozenge-${tones[status.statusCategory.key] ?? "todo"}`}>{status.name}</span>;
}

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Avatar({ name }: { readonly name: string | null }) {
  const letters = (name ?? "").split(/\s+/).map((word) => word.charAt(0));
  return (
    <span className="avatar" title={name ?? "Unassigned"} aria-label={name ?? "Unassigned"} role="img">
      {letters.slice(0, 2).join("") || "–"}
    </span>
  );
}
