import { TicketTarget } from '../../../entities/support/support-settings.entity.ts';
import type { TicketPriority } from '../../../entities/support/ticket.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { recountTicketsTask } from './recount-tickets.ts';
import type { Target } from './targets.ts';

export interface SetTicketTarget extends Target {
  readonly priority: TicketPriority;
}

/** Within how much business time tickets of a priority are answered and resolved. Errors: INPUT_INVALID. */
export async function setTicketTarget(
  tx: Tx<'em' | 'actor' | 'record' | 'enqueue'>,
  { priority, ...target }: SetTicketTarget,
): Promise<SetTicketTarget> {
  requirePermission(tx.actor, 'ticket:configure');
  if (target.resolutionMinutes < target.firstResponseMinutes) throw fieldError('input.resolutionMinutes', 'min');
  const known = await tx.em.findOne(TicketTarget, { priority });
  if (known === null) tx.em.create(TicketTarget, { priority, ...target });
  else Object.assign(known, target);
  await tx.em.flush();
  tx.record({ action: 'TICKET_TARGET_CHANGED', payload: { priority, ...target } });
  tx.enqueue(recountTicketsTask, {});
  return { priority, ...target };
}
