import { crashPoint } from '../../platform/crash-points.ts';
import type { Difference, KindContext, ReconciledKind, Touched } from './kind.ts';
import { markGone, markMended, noteDifferences } from './differences.ts';
import { finishReconciliation, type Finished } from './finish.ts';
import { reconciledKinds } from './kinds.ts';
import { releaseReconciliation, saveProgress, takeReconciliation, type Busy, type Taken } from './lease.ts';

/** Objects between two notes of how far it is. */
const pageSize = 10;

export interface Reconcile {
  /** How many days back. The provider repeats an event for three; a day more, and what still waits will not come. */
  readonly days: number;
  /** Asked after each page: true ends this turn, and the next one goes on. */
  readonly isTurnOver: () => boolean;
  readonly kinds?: readonly ReconciledKind[];
}

export type Reconciled = Busy | 'MORE' | Finished;

/**
 * Compares everything that was touched in the last days with its provider, object by object. What differs is stored, then
 * mended by reading again; a second look says whether that was enough. An object that cannot be read does not stop the
 * others. Whoever comes after a crash, or after a turn that is over, goes on from the last page.
 */
export async function reconcile(
  ctx: KindContext,
  { days, isTurnOver, kinds = reconciledKinds }: Reconcile,
): Promise<Reconciled> {
  const taken = await takeReconciliation(ctx, { days });
  if ('busyForMs' in taken) return taken;
  const first = Math.max(
    0,
    kinds.findIndex(({ name }) => name === taken.step),
  );
  for (const kind of kinds.slice(first)) {
    if (!(await reconcileKind(ctx, taken, { kind, isTurnOver }))) {
      await ctx.run(releaseReconciliation, taken);
      return 'MORE';
    }
  }
  return ctx.run(finishReconciliation, taken);
}

/** Page by page; false when the turn was over before the last one. */
async function reconcileKind(
  ctx: KindContext,
  taken: Taken,
  { kind, isTurnOver }: Pick<Reconcile, 'isTurnOver'> & { readonly kind: ReconciledKind },
): Promise<boolean> {
  let after = kind.name === taken.step ? taken.place : '';
  let isRepeated = taken.isTakenUp;
  for (;;) {
    const page = await kind.page(ctx, { since: taken.since, until: taken.until, after, limit: pageSize });
    const last = page.at(-1);
    if (last === undefined) return true;
    const unread = await examinePage(ctx, taken, { kind, page, isRepeated });
    isRepeated = false;
    after = last.place;
    await ctx.run(saveProgress, { taken, step: kind.name, place: after, examined: page.length, unread });
    crashPoint('after-page');
    // A provider that answers nothing is not asked about thousands.
    if (page.length < pageSize || unread === page.length) return true;
    if (isTurnOver()) return false;
  }
}

interface Page {
  readonly kind: ReconciledKind;
  readonly page: readonly Touched[];
  /** A process may have died while it examined it: what that one mended it could not mark. */
  readonly isRepeated: boolean;
}

async function examinePage(
  ctx: KindContext,
  { id: reconciliationId }: Taken,
  { kind, page, isRepeated }: Page,
): Promise<number> {
  let unread = 0;
  for (const touched of page) {
    try {
      await examine(ctx, reconciliationId, { kind, touched, isRepeated });
    } catch (error) {
      unread += 1;
      ctx.log.warn({ kind: kind.name, place: touched.place, error }, 'not reconciled');
    }
  }
  return unread;
}

async function examine(
  ctx: KindContext,
  reconciliationId: string,
  { kind, touched, isRepeated }: Omit<Page, 'page'> & { readonly touched: Touched },
): Promise<void> {
  const differences = await kind.compare(ctx, touched);
  const about = { reconciliationId, kind: kind.name, place: touched.place };
  if (isRepeated) await ctx.run(markGone, { ...about, differences });
  if (differences.length === 0) return;
  await ctx.run(noteDifferences, { ...about, differences });
  crashPoint('after-differences');
  await kind.mend(ctx, touched, differences);
  crashPoint('after-mended');
  const left = await kind.compare(ctx, touched);
  await ctx.run(noteDifferences, { ...about, differences: left });
  await ctx.run(markMended, { ...about, differences: differences.filter((one) => !isAmong(left, one)) });
}

const isAmong = (differences: readonly Difference[], { type, about }: Difference): boolean =>
  differences.some((one) => one.type === type && one.about === about);
