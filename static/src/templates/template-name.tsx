import { useState } from "react";
import Button from "@atlaskit/button/default/button";

interface Props {
  readonly name: string;
  readonly verb: string;
  readonly onName: (name: string) => void;
  readonly onLeave: () => void;
}

export function TemplateName({ name, verb, onName, onLeave }: Props) {
  const [typed, setTyped] = useState(name);
  const isEmpty = typed.trim() === "";
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onName(typed.trim());
      }}
      onKeyDown={({ key }) => {
        if (key === "Escape") onLeave();
      }}
    >
      <label className="row">
        <span className="subtle">Name of the template</span>
        <input type="text" autoFocus maxLength={120} value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <Button type="submit" appearance="primary" isDisabled={isEmpty}>
        {verb}
      </Button>
      <Button appearance="subtle" onClick={onLeave}>
        Cancel
      </Button>
    </form>
  );
}
