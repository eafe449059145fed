import { z } from 'zod';
import type { AppContext, EventType } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { allows } from '../../kernel/states.ts';
import { findLockedOrder } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';
import { orderStates } from '../order.states.ts';

/** Of another domain, known by its name alone: what became of a consultation, and the order it is about. */
const payload = z.object({ bookingId: z.uuid(), orderId: z.uuid().nullable() });
type About = z.infer<typeof payload>;

export const consultationConfirmed: EventType<About> = { name: 'consultation.confirmed', payload };
export const consultationDeclined: EventType<About> = { name: 'consultation.declined', payload };

/** An order waits no more for a consultation that was answered. */
export const followConsultationTask = defineTask('orders.follow-consultation', payload);

/** Its pages are verified next, or a quote is sent. An answer that comes again, or to an order that went on, changes nothing. */
export const followConsultation = async (
  { run }: Pick<AppContext, 'run'>,
  { orderId }: PayloadOf<typeof followConsultationTask>,
): Promise<void> => {
  if (orderId !== null) await run(leaveConsultation, orderId);
};

async function leaveConsultation(tx: MovingTx, orderId: string): Promise<void> {
  const order = await findLockedOrder(tx, orderId);
  if (order !== null && allows(orderStates, order.status, 'closeConsultation'))
    moveOrder(tx, order, 'closeConsultation');
}
