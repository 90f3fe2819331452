/** What a file of tables says of a plan beside its steps, as a plan file would say it, with where each entry stands. */
export interface Beside {
  readonly plan: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, unknown>>;
  readonly lines: Readonly<Record<string, readonly number[]>>;
}

export const nothingBeside: Beside = { plan: {}, sections: {}, lines: {} };
