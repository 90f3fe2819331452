/** When work happens, in the words of a plan. */
export type PlanCalendar =
  | { readonly kind: "continuous" }
  | {
      readonly kind: "working";
      readonly days: readonly Weekday[];
      /** Shifts of a day, `08:00-12:00`. */
      readonly hours: readonly string[];
      readonly holidays: readonly string[];
      /** Weekdays whose shifts differ from `hours`; without shifts it is a day off. */
      readonly week?: Readonly<Partial<Record<Weekday, readonly string[]>>>;
      /** Single days that differ from their weekday: a Saturday worked, half a Christmas Eve; without shifts a day off. */
      readonly exceptions?: Readonly<Record<string, readonly string[]>>;
    };

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
