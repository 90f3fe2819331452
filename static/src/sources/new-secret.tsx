import { useState } from "react";
import type { NewSecretView } from "#contract/sources";
import { CopyButton } from "../parts/copy-button";

interface Props {
  readonly made: NewSecretView;
  readonly plan: string;
  readonly onClose: () => void;
}

/** The secret is shown once; what to do with it stands right below. */
export function NewSecret({ made: { source, secret }, plan, onClose }: Props) {
  const [at] = useState(() => new Date().toISOString());
  const example = [
    `export UPTAKE_SECRET='${secret}'`,
    `body='{"id":"1","plan":"${plan}","person":"ana@example.com","at":"${at}","kind":"transaction","process":"first-order"}'`,
    "now=$(date +%s)",
    `sig=$(printf '%s.%s' "$now" "$body" | openssl dgst -sha256 -hmac "$UPTAKE_SECRET" -hex | sed 's/.* //')`,
    `curl -i '${source.url}' -H "X-Uptake-Timestamp: $now" -H "X-Uptake-Signature: v1=$sig" --data-binary "$body"`,
  ].join("\n");
  return (
    <section className="note stack stack-tight" aria-live="polite">
      <h3>Key of “{source.name}”: copy it now</h3>
      <p>It is shown this once and kept where nobody can read it.</p>
      <pre className="code" data-secret={source.id}>
        {secret}
      </pre>
      <div className="row">
        <CopyButton text={secret} label="Copy key" />
        <CopyButton text={example} label="Copy a first event" />
        <button type="button" className="button" onClick={onClose}>
          I have it
        </button>
      </div>
      <details>
        <summary>A first event from a shell</summary>
        <pre className="code">{example}</pre>
      </details>
    </section>
  );
}
