import { useState } from "react";

/** Says that it has copied; where the browser forbids it, the text stands beside the button to be copied by hand. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [said, setSaid] = useState(label);
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Copy it by hand"),
    );
  return (
    <button type="button" className="button" onClick={copy}>
      {said}
    </button>
  );
}
