import { DocumentRun, DocumentRunItem } from '../../../../entities/archive/document-run.entity.ts';
import { idOf, type Actor } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { statesAllowing } from '../../../kernel/states.ts';
import type { ReadContext, Tx } from '../../../platform/context.ts';
import { documentRunStates } from '../document-run.states.ts';

/** One's own run, as it is now. Another's does not exist. */
export async function findRun(
  { em, actor }: Tx<'em' | 'actor'>,
  { runId }: { readonly runId: string },
): Promise<DocumentRun> {
  const found = isId(runId) ? await em.findOne(DocumentRun, { id: runId }) : null;
  if (found === null || found.requestedBy !== idOf(actor)) throw new DomainError('NOT_FOUND');
  return found;
}

/** What became of each document of a run, in the order in which they were given; 500 at most. */
export const runItems = ({ em }: Tx<'em'>, { runId }: { readonly runId: string }): Promise<DocumentRunItem[]> =>
  em.find(DocumentRunItem, { run: runId }, { orderBy: { position: 'asc' } });

/** One's own runs that are under way, the newest first: at most 20. */
export function listRuns({ em, actor }: Tx<'em' | 'actor'>): Promise<DocumentRun[]> {
  const requestedBy = idOf(actor);
  if (requestedBy === null) throw new DomainError('UNAUTHENTICATED');
  const status = { $in: statesAllowing(documentRunStates, 'cancel') };
  return em.find(DocumentRun, { requestedBy, status }, { orderBy: { createdAt: 'desc', id: 'desc' } });
}

/** The ids of those of these people who may follow a run: who asked for it. */
export async function whoFollowsRun(
  { db }: Pick<ReadContext, 'db'>,
  runId: string,
  people: readonly Actor[],
): Promise<ReadonlySet<string>> {
  const row = await db.selectFrom('document_run').select('requested_by').where('id', '=', runId).executeTakeFirst();
  return new Set(
    people.flatMap((person) => (row !== undefined && idOf(person) === row.requested_by ? [row.requested_by] : [])),
  );
}
