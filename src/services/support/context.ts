import type { Tx } from '../platform/context.ts';

/** What changing a ticket needs of a transaction. */
export type TicketTx = Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'publish' | 'record'>;
