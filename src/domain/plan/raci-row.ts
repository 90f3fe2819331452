export interface RaciRow {
  readonly task: string;
  readonly accountable: string | null;
  readonly responsible: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}
