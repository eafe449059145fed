import { Ticket } from '../../entities/support/ticket.entity.ts';
import { visitorForgotten } from '../messaging/index.ts';
import type { Tx } from '../platform/context.ts';
import { defineTask, type PayloadOf } from '../platform/task.ts';

/** Nothing of a visitor is left: their tickets go with what they wrote. */
export const forgetVisitorTask = defineTask('support.forget-visitor', visitorForgotten.payload);

export async function forgetVisitor(
  { em }: Tx<'em'>,
  { visitorId }: PayloadOf<typeof forgetVisitorTask>,
): Promise<void> {
  await em.nativeDelete(Ticket, { visitorId });
}
