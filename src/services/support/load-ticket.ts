import { LockMode } from '@mikro-orm/core';
import { Ticket } from '../../entities/support/ticket.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { lockVisitor } from '../messaging/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { businessHours } from './sla/calendar.ts';
import { targetsNow } from './sla/targets.ts';
import type { Measure } from './sla/ticket-clock.ts';

/**
 * The ticket, locked until the commit; before it the visitor who asks, as whoever opens their link or adopts them does. Whether the actor
 * may see it is the caller's question.
 */
export async function lockTicket(tx: Tx<'em'>, id: string): Promise<Ticket> {
  await lockVisitorsOf(tx, [id]);
  const ticket = isId(id)
    ? await tx.em.findOne(Ticket, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    : null;
  if (ticket === null) throw new DomainError('NOT_FOUND');
  return ticket;
}

/** Whoever asks in some tickets without an account, before any of these is locked. A ticket never gets another visitor. */
export async function lockVisitorsOf(tx: Tx<'em'>, ticketIds: readonly string[]): Promise<void> {
  const rows = await writing(tx.em)
    .db.selectFrom('ticket')
    .select('visitor_id as visitorId')
    .where('id', 'in', ticketIds)
    .where('visitor_id', 'is not', null)
    .execute();
  const visitorIds = new Set(rows.flatMap(({ visitorId }) => visitorId ?? []));
  for (const visitorId of [...visitorIds].toSorted()) await lockVisitor(tx, visitorId);
}

/** By what tickets are counted now. */
export async function measureNow({ em, config }: Tx<'em' | 'config'>): Promise<Measure> {
  const { db } = writing(em);
  return { hours: await businessHours(db, config.TIME_ZONE), targets: await targetsNow(db) };
}
