/** How many tickets are looked at in one statement; each is then looked at again in a transaction of its own. */
export const ticketBatch = 200;

/** Does something with each ticket of a query, the ids of which come in pages; what happens to one does not stop the others. */
export async function eachTicket(
  page: (after: string) => Promise<readonly { readonly id: string }[]>,
  work: (ticketId: string) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (let after = ''; ;) {
    const rows = await page(after);
    for (const { id } of rows) await work(id).catch((error: unknown) => failures.push(error));
    const last = rows.at(-1);
    if (last === undefined || rows.length < ticketBatch) break;
    after = last.id;
  }
  // Those that failed are tried again by the retries of the job.
  if (failures.length > 0) throw new Error(`${failures.length} tickets could not be looked at`, { cause: failures[0] });
}
