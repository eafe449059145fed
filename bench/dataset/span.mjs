// The years in which the data of the bench was made.
const from = Date.UTC(2024, 0, 1);
export const span = { from, to: from + 2 * 365 * 24 * 3_600_000 };
