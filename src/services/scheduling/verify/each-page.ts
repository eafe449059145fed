const pageSize = 1_000;

/** Walks rows by their ids, a page at a time, so that any number of them takes little memory. */
export async function eachPage<R extends { readonly id: string }>(
  read: (after: string, size: number) => Promise<readonly R[]>,
  look: (row: R) => void,
): Promise<void> {
  for (let after = ''; ;) {
    const rows = await read(after, pageSize);
    for (const row of rows) look(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.id;
  }
}
