import { sql } from 'kysely';
import { LockMode } from '@mikro-orm/core';
import { LegalHold } from '../../entities/privacy/legal-hold.entity.ts';
import { RetentionRun } from '../../entities/privacy/retention.entity.ts';
import { holdableTables } from '../../entities/tables.ts';
import { requirePermission, personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { HoldTarget } from '../kernel/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { holdRowOf, type LegalHoldRow } from './queries/list-legal-holds.ts';

export interface PlaceLegalHold extends Keyed {
  readonly targetType: HoldTarget;
  readonly targetId: string;
  readonly reason: string;
  readonly caseReference?: string | null;
}

const enterHold: UseCase<'em' | 'actor' | 'record', Omit<PlaceLegalHold, 'key'>, LegalHoldRow> = async (
  tx,
  { targetType, targetId, reason, caseReference = null },
) => {
  const { em, actor, record } = tx;
  requirePermission(actor, 'legal-hold:place');
  // A batch of retention that is under way is first; the next one finds the hold.
  await em.find(RetentionRun, { finishedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
  const personId = await personConcerned(tx, targetType, targetId);
  const hold = em.create(LegalHold, {
    targetType,
    targetId,
    personId,
    reason,
    caseReference,
    placedById: personOf(actor),
  });
  await em.flush();
  record({ action: 'LEGAL_HOLD_PLACED', targetId: hold.id, payload: { targetType, targetId } });
  return holdRowOf(hold);
};

/**
 * An admin orders that somebody's data, or one thing, be kept whatever else would destroy it: an erasure, a deletion, a
 * period that ends. `NOT_FOUND` for what is not there any more.
 */
export const placeLegalHold = keyed('placeLegalHold', enterHold, async ({ em }, id): Promise<LegalHoldRow> =>
  holdRowOf(await em.findOneOrFail(LegalHold, { id })),
);

/** The thing is locked until the commit: who destroys it at this instant is first, and it is gone, or second, and refused. */
async function personConcerned({ em }: Tx<'em'>, kind: HoldTarget, id: string): Promise<string | null> {
  if (!isId(id)) throw new DomainError('NOT_FOUND');
  const { db, dialect } = writing(em);
  const { table, person, gone: left } = holdableTables()[kind];
  const lock = dialect === 'mysql' ? sql`for update` : sql``;
  const isThere = left === undefined ? sql`` : sql`and ${sql.ref(left[0])} <> ${left[1]}`;
  const gone = kind === 'FILE' ? sql`and deleted_at is null` : isThere;
  const { rows } = await sql<{
    person: string | null;
  }>`select ${person === null ? sql`null` : sql.ref(person)} as person from ${sql.table(table)} where id = ${id} ${gone} ${lock}`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) throw new DomainError('NOT_FOUND');
  return found.person;
}
