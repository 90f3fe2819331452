import type { SnapshotView } from "#contract/adoption";

interface Props {
  readonly waves: SnapshotView["waves"];
  readonly chosen: string | null;
  readonly onChoose: (wave: string | null) => void;
}

export function WaveChoice({ waves, chosen, onChoose }: Props) {
  if (waves.length < 2) return null;
  return (
    <label className="labelled">
      <span>Wave</span>
      <select
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">All waves</option>
        {waves.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
