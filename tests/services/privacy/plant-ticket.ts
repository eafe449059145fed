import { Ticket, TicketTag } from '../../../src/entities/support/ticket.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

interface Planting {
  readonly userId: string;
  readonly at: (place: string) => string;
  readonly day: Date;
}

/** A ticket of theirs, and a word that the team finds it under. */
export function plantTicket(em: EntityManager, { userId, at, day }: Planting): void {
  const ticket = em.create(Ticket, {
    ...{ reference: 'T-2026-09999', user: userId, title: at('ticket'), description: at('ticket'), openedAt: day },
    ...{ status: 'CLOSED', closedAt: day, pauses: [], alerts: [], satisfaction: 3, comment: at('comment') },
  });
  em.create(TicketTag, { ticket, tag: at('tag') });
}
