/** A slide of 16 to 9, in inches. */
export const size = { w: 13.333, h: 7.5 };

export const font = "Arial";

/** Two colours for verdicts; everything else is ink, grey and the one blue of the app's own charts. */
export const ink = "1E1F21";
export const faint = "505258";
export const hairline = "D4D5D9";
export const blue = "1868DB";
export const verdictColour = { GREEN: "4C6B1F", RED: "AE2E24" } as const;
