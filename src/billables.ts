import type { Billables } from './services/billing/index.ts';
import { billableOrder } from './services/orders/index.ts';

/** What can be paid for, and whose rules decide. Part of the composition root. */
export const billables: Billables = { ORDER: billableOrder };
