interface Props {
  readonly title: string;
  readonly value: string;
  readonly most: number;
  readonly example: string;
  readonly onChange: (typed: string) => void;
}

export function TextField({ title, value, most, example, onChange }: Props) {
  return (
    <label className="labelled">
      <span>{title}</span>
      <input value={value} maxLength={most} placeholder={example} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
