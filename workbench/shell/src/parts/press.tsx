interface PressProps {
  readonly text: string;
  /** What a screen reader says, where the text is a mark. */
  readonly label?: string;
  readonly look?: "plain" | "primary" | "quiet" | "link" | "danger";
  readonly disabled?: boolean;
  readonly pressed?: boolean | undefined;
  readonly onPress: () => void;
}

export function Press({ text, label, look = "plain", disabled = false, pressed, onPress }: PressProps) {
  return (
    <button
      type="button"
      className={look}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {text}
    </button>
  );
}

export type Option = readonly [value: string, text: string];

interface PickProps {
  readonly label: string;
  readonly options: readonly Option[];
  /** Names a menu that does something and falls back; without it the choice stands. */
  readonly menu?: string;
  readonly value?: string;
  readonly look?: "plain" | "primary";
  readonly onPick: (value: string) => void;
}

export function Pick({ label, options, menu, value = "", look = "plain", onPick }: PickProps) {
  return (
    <select className={look} aria-label={label} value={value} onChange={({ target }) => onPick(target.value)}>
      {menu !== undefined && <option value="">{menu}</option>}
      <Options of={options} />
    </select>
  );
}

export function Options({ of }: { readonly of: readonly Option[] }) {
  return of.map(([value, text]) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}

interface TabsProps<T extends string> {
  readonly names: readonly T[];
  readonly open: T;
  readonly onOpen: (name: T) => void;
}

export function Tabs<T extends string>({ names, open, onOpen }: TabsProps<T>) {
  return (
    <div className="tabs">
      {names.map((name) => (
        <Press key={name} text={name} pressed={open === name} onPress={() => onOpen(name)} />
      ))}
    </div>
  );
}
