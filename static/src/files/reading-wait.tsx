import { Skeleton } from "../parts/skeleton";

interface Props {
  readonly name: string;
  readonly doing: string;
  readonly onCancel: () => void;
}

export function ReadingWait({ name, doing, onCancel }: Props) {
  return (
    <div className="stack stack-tight">
      <div className="row row-apart">
        <p role="status">
          {doing}: {name}
        </p>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
      <Skeleton label={`Reading ${name}`} lines={[40, 70, 30]} />
    </div>
  );
}
