import { DocumentRun } from '../../../entities/archive/document-run.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { operatingAs } from '../../platform/acting-as.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { actorNow } from '../access/actor-now.ts';
import { actions } from './actions.ts';
import type { RunFacts } from './begin-run.ts';
import { endRun } from './cancel-run.ts';
import { enterItem, finishRun, refuseItem } from './enter-item.ts';
import { sealContents } from './run-content.ts';
import { continueRunTask } from './run-jobs.ts';
import { turnMs } from './run-limits.ts';

type Working = Pick<AppContext, 'run' | 'db' | 'vault' | 'certificateKeys' | 'actor'>;

/**
 * Does what waits of a run for whoever asked for it, a document at a time; goes on where it was killed, and ends between two when it is
 * cancelled. A disk that is full, or a key service that is away, is for a later attempt.
 */
export async function continueRun(ctx: Working, { runId }: PayloadOf<typeof continueRunTask>): Promise<void> {
  const run = await ctx.run(({ em }: Tx<'em'>) => em.findOne(DocumentRun, { id: runId }), undefined);
  if (run === null) return;
  const person = await ctx.run(actorNow, run.requestedBy).catch(isForbidden);
  if (person === null) return void (await ctx.run(endRun, { runId }));
  if (!(await doWaiting(operatingAs(ctx, person), run, { isPatient: true }))) await ctx.run(continueLater, { runId });
}

/** Somebody who may not use their account any more does nothing more. */
function isForbidden(error: unknown): null {
  if (error instanceof DomainError && error.code === 'FORBIDDEN') return null;
  throw error;
}

interface Doing {
  /** Is what may work later tried again later, and not refused? */
  readonly isPatient: boolean;
}

/** Does what waits of a run; false when others have their turn first. */
export async function doWaiting(ctx: Working, run: DocumentRun, doing: Doing): Promise<boolean> {
  const until = performance.now() + turnMs;
  for (const { id: itemId, document_id: id } of await waitingIn(ctx, run.id)) {
    if (performance.now() > until) return false;
    if (!(await isRunning(ctx, run.id))) return true;
    await doOne(ctx, run, { itemId, id, ...doing });
    crashPoint('after-run-item');
  }
  await ctx.run(finishRun, run.id);
  return true;
}

const waitingIn = ({ db }: Working, runId: string) =>
  db
    .selectFrom('document_run_item')
    .select(['id', 'document_id'])
    .where('run_id', '=', runId)
    .where('outcome', '=', 'WAITING')
    .orderBy('position')
    .execute();

async function isRunning({ db }: Working, runId: string): Promise<boolean> {
  const row = await db.selectFrom('document_run').select('status').where('id', '=', runId).executeTakeFirst();
  return row?.status === 'RUNNING';
}

interface One extends Doing {
  readonly itemId: string;
  readonly id: string;
}

async function doOne(ctx: Working, { id: runId, action, facts }: DocumentRun, { itemId, id, isPatient }: One) {
  try {
    const sources = (await actions[action].content?.(ctx, { id, facts: facts as RunFacts })) ?? null;
    const contents = sources && (await sealContents(ctx, { runId, itemId }, sources));
    crashPoint('before-run-item');
    await ctx.run(enterItem, { itemId, contents, signer: ctx.certificateKeys, ring: ctx.vault.ring() });
  } catch (error) {
    const code = refusalOf(error, isPatient);
    if (code === undefined) throw error;
    await ctx.run(refuseItem, { itemId, code });
  }
}

const mayWorkLater: ReadonlySet<string> = new Set(['CONFLICT', 'STORAGE_FULL', 'UNAVAILABLE', 'KEY_UNAVAILABLE']);

function refusalOf(error: unknown, isPatient: boolean): string | undefined {
  if (!(error instanceof DomainError) || error.code === 'INTERNAL') return undefined;
  return isPatient && mayWorkLater.has(error.code) ? undefined : error.code;
}

/** Another job goes on: one for each number of documents that are behind it. */
async function continueLater(
  { em, enqueue }: Tx<'em' | 'enqueue'>,
  { runId }: { readonly runId: string },
): Promise<void> {
  const { done, refused } = await em.findOneOrFail(DocumentRun, { id: runId });
  enqueue(continueRunTask, { runId }, { dedupeKey: `archive.continue-run:${runId}:${done + refused}` });
}
