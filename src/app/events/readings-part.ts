/** So that a part of readings stays below the 100 KB of an event. */
export const readingsAPart = 200;
