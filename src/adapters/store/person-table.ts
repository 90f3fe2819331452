const columns = ["plan", "person", "wave", "department", "access_at", "left_at", "version", "seen_access", "seen_left"];
const listed = ["wave", "department", "access_at", "left_at"];

/** As a list of people says it. The version goes last: MySQL assigns from left to right, and the others compare against what is still there. */
export const listedTable = {
  table: "person",
  columns,
  merge: listed
    .map((column) => `${column} = IF(VALUES(version) >= version, VALUES(${column}), ${column})`)
    .concat("version = GREATEST(version, VALUES(version))")
    .join(", "),
};

/** As events report it. */
export const reportedTable = {
  table: "person",
  columns,
  merge: "seen_access = LEAST(seen_access, VALUES(seen_access)), seen_left = LEAST(seen_left, VALUES(seen_left))",
};
