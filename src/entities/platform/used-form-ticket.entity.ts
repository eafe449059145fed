import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt } from '../base.ts';

/**
 * A form ticket that was used: it is good for no second form. Owned by the server, seen by nobody, says nothing of anyone;
 * deleted once the ticket would be too old anyway.
 */
export const UsedFormTicket = defineEntity({
  name: 'UsedFormTicket',
  tableName: 'used_form_ticket',
  properties: {
    /** SHA-256 of the ticket. */
    ticketHash: p.string().length(64).primary(),
    createdAt: createdAt().index(),
  },
});
export type UsedFormTicket = InferEntity<typeof UsedFormTicket>;
