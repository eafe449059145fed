/** How many rows are read in one statement by those whose ids come in pages. */
export const rowBatch = 200;

interface Row {
  readonly id: string;
}

/**
 * Does something with each row, one after the other; what happens to one does not stop the others. Those that failed are tried again by
 * the retries of the job, which the error is for.
 */
export async function eachRow<R extends Row>(
  rows: readonly R[],
  work: (id: string, row: R) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  await attempt(rows, work, failures);
  report(failures);
}

/** The same with each row of a query, the ids of which come in pages of `rowBatch`. */
export async function eachRowInPages(
  page: (after: string) => Promise<readonly Row[]>,
  work: (id: string) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (let after = ''; ;) {
    const rows = await page(after);
    await attempt(rows, work, failures);
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowBatch) break;
    after = last.id;
  }
  report(failures);
}

async function attempt<R extends Row>(
  rows: readonly R[],
  work: (id: string, row: R) => Promise<unknown>,
  failures: unknown[],
): Promise<void> {
  for (const row of rows)
    try {
      await work(row.id, row);
    } catch (error) {
      failures.push(error);
    }
}

function report(failures: readonly unknown[]): void {
  if (failures.length > 0) throw new Error(`${failures.length} rows could not be looked at`, { cause: failures[0] });
}
