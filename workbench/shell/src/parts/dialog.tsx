import { useEffect, useRef, useState } from "react";
import type { CSSProperties, FormEvent, ReactNode } from "react";
import { said } from "../call";
import { Options, Press } from "./press";
import type { Option } from "./press";
import { Refusal } from "./standing";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly escape?: "closes" | "stays";
  readonly overlay?: "closes" | "stays";
  readonly onClose: () => void;
}

export function Dialog({
  title,
  children,
  className = "",
  style,
  escape = "closes",
  overlay = "closes",
  onClose,
}: Props) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog
      ref={element}
      className={className}
      style={style}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        if (escape === "closes") onClose();
      }}
      onMouseDown={(event) => event.target === element.current && overlay === "closes" && onClose()}
    >
      {children}
    </dialog>
  );
}

interface FormProps {
  readonly title: string;
  readonly action: string;
  readonly children: ReactNode;
  readonly onSubmit: (form: FormData) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A dialog that asks and sends; a refusal stays in it, above the buttons. */
export function FormDialog({ title, action, children, onSubmit, onClose }: FormProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    onSubmit(new FormData(event.currentTarget)).then(onClose, (error: unknown) => {
      setBusy(false);
      setRefusal(said(error));
    });
  };
  return (
    <Dialog title={title} onClose={onClose} overlay="stays">
      <form className="dialog-form" onSubmit={submit}>
        <h2>{title}</h2>
        {children}
        {refusal !== null && <Refusal text={refusal} />}
        <footer>
          <Press text="Cancel" onPress={onClose} />
          <button type="submit" className="primary" disabled={busy}>
            {action}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: string;
  readonly start?: string;
  readonly need?: "required" | "optional";
}

export function TextField({ label, name, type = "text", start = "", need = "required" }: FieldProps) {
  const required = need === "required";
  return (
    <label className="field">
      <span>
        {label} {required && <span className="required">*</span>}
      </span>
      <input name={name} type={type} defaultValue={start} required={required} autoComplete="off" />
    </label>
  );
}

interface SelectProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly onPick?: (value: string) => void;
}

export function SelectField({ label, name, options, onPick }: SelectProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name} onChange={(event) => onPick?.(event.target.value)}>
        <Options of={options} />
      </select>
    </label>
  );
}
