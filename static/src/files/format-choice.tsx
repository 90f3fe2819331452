import { formats } from "#formats/format";
import type { Format } from "#formats/format";
import { formatTitles } from "./format-words";

interface Props {
  readonly chosen: Format;
  readonly losses: readonly string[];
  readonly onChoose: (format: Format) => void;
}

export function FormatChoice({ chosen, losses, onChoose }: Props) {
  return (
    <>
      <fieldset className="formats">
        <legend className="faint">Format</legend>
        {formats.map((format) => (
          <label key={format} className={format === chosen ? "side side-chosen" : "side"}>
            <input type="radio" name="format" checked={format === chosen} onChange={() => onChoose(format)} />
            {formatTitles[format]}
          </label>
        ))}
      </fieldset>
      <div aria-live="polite">
        {losses.length === 0 ? (
          <p className="subtle">Holds the whole plan.</p>
        ) : (
          <>
            <p className="subtle">Left out, and kept when such a file is applied to this plan again:</p>
            <ul className="losses">
              {losses.map((loss) => (
                <li key={loss}>{loss}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
