/** SQLite's extended code of a primary key that exists, and of a unique one; MariaDB's number of both. */
const codes: ReadonlySet<unknown> = new Set([1555, 2067, 1062]);

/** Did the database refuse a row because its key exists? */
export const isTaken = (error: unknown): boolean => {
  const { errcode, errno } = error as { errcode?: unknown; errno?: unknown };
  return codes.has(errcode) || codes.has(errno);
};
