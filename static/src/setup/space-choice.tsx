import type { SpaceView } from "#contract/setup";

interface Props {
  readonly spaces: readonly SpaceView[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

export function SpaceChoice({ spaces, chosen, onChoose }: Props) {
  return (
    <label className="labelled">
      <span>Space</span>
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">Choose …</option>
        {spaces.map(({ key, name, managed, ready }) => (
          <option key={key} value={key}>
            {name} ({key}, {managed}-managed{ready ? ", set up" : ""})
          </option>
        ))}
      </select>
    </label>
  );
}
