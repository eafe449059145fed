import type { OrderAudience } from '../../../entities/orders/order-event.entity.ts';
import { OrderNote } from '../../../entities/orders/order-note.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { personOf, requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { withoutUnseen } from '../../kernel/names.ts';
import type { Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { publishFor } from '../live.ts';
import { findOrder, partiesOf } from '../load-order.ts';
import { requireVisible } from '../order.policy.ts';
import { recordStep } from '../order-timeline.ts';
import { authorIn, mayWriteFor } from './audiences.ts';

export interface NoteOrder extends Keyed {
  readonly orderId: string;
  readonly text: string;
  readonly audience: OrderAudience;
}

type NotingTx = Tx<'em' | 'actor' | 'now' | 'publish' | 'record'>;

/**
 * A person of an order adds a note: customers for everybody of the order, proofreaders for their admins too, admins for admins as well.
 * Notes are never changed. Error: ACTION_NOT_ALLOWED where the words of the order were forgotten.
 */
export const noteOrder = keyed<keyof NotingTx, NoteOrder, OrderNote>('noteOrder', addNote, ({ em }, id) =>
  em.findOneOrFail(OrderNote, { id }),
);

async function addNote(tx: NotingTx, { orderId, text, audience }: Omit<NoteOrder, 'key'>): Promise<OrderNote> {
  const order = await findOrder(tx, orderId);
  const parties = partiesOf(order);
  requireVisible(tx.actor, parties);
  requirePermission(tx.actor, 'order:note');
  if (!mayWriteFor(tx.actor, parties, audience)) throw new DomainError('FORBIDDEN');
  const words = text.trim();
  if (withoutUnseen(words).trim() === '') throw fieldError('input.text', 'isNotBlank');
  if (order.title === '') throw new DomainError('ACTION_NOT_ALLOWED', { action: 'note', status: order.status });
  const note = tx.em.create(OrderNote, { order, authorId: personOf(tx.actor), audience, text: words });
  keepAsFirst(order, note);
  recordStep(tx, order, { kind: 'NOTED', facts: { noteId: note.id }, visibleTo: audience });
  tx.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb: 'note', noteId: note.id, audience },
  });
  publishFor(tx, order, audience);
  return note;
}

/** The first note that its customer wrote for everybody, and the first of its proofreader, are the order's own. */
function keepAsFirst(order: Order, { authorId, audience, text }: OrderNote): void {
  if (audience !== 'ALL') return;
  const by = authorIn(partiesOf(order), authorId);
  if (by === 'CUSTOMER') order.customerNote ??= text;
  if (by === 'PROOFREADER') order.proofreaderNote ??= text;
}
