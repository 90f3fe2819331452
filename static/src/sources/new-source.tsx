import { useState } from "react";

interface Props {
  readonly busy: boolean;
  readonly onCreate: (name: string) => void;
}

export function NewSource({ busy, onCreate }: Props) {
  const [name, setName] = useState("");
  const wanted = name.trim();
  return (
    <form
      className="row row-end"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== "") onCreate(wanted);
        setName("");
      }}
    >
      <label className="labelled">
        <span>Name of the system</span>
        <input
          value={name}
          maxLength={80}
          placeholder="CRM, production"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="button button-primary" disabled={busy || wanted === ""}>
        Create source
      </button>
    </form>
  );
}
