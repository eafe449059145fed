import type { LiveTopic, Tx } from '../platform/context.ts';

/** Something changed in a ticket: one stream for each, its payload `{ ticketId }`. */
export const ticketUpdated: LiveTopic = { name: 'ticketUpdated' };

export const publishTicket = ({ publish }: Tx<'publish'>, { id }: { readonly id: string }): void =>
  publish(ticketUpdated, id, { ticketId: id });
