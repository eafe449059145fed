import { LockMode } from '@mikro-orm/core';
import { Ticket } from '../../entities/support/ticket.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { businessHours } from './sla/calendar.ts';
import { targetsNow } from './sla/targets.ts';
import type { Measure } from './sla/ticket-clock.ts';

/** The ticket, locked until the commit. Whether the actor may see it is the caller's question. */
export async function lockTicket({ em }: Tx<'em'>, id: string): Promise<Ticket> {
  const ticket = isId(id)
    ? await em.findOne(Ticket, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    : null;
  if (ticket === null) throw new DomainError('NOT_FOUND');
  return ticket;
}

/** By what tickets are counted now. */
export async function measureNow({ em, config }: Tx<'em' | 'config'>): Promise<Measure> {
  const { db } = writing(em);
  return { hours: await businessHours(db, config.TIME_ZONE), targets: await targetsNow(db) };
}
