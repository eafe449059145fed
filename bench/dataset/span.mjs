// The years in which the data of the bench was made.
const from = Date.UTC(2024, 0, 1);
export const span = { from, to: from + 2 * 365 * 24 * 3_600_000 };
/** When figures are asked for: within those years, so that the last days have orders. */
export const figuresAt = new Date('2025-12-31T12:00:00Z');
