/** The version of the code that worked a number out; it stands beside every snapshot. */
export const release = "0.1.0";
