/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { correctedFileReady } from './corrected-file-ready.ts';
import { orderExpiring } from './order-expiring.ts';
import { orderPagesDiffer } from './order-pages-differ.ts';
import { orderPaidAdmin } from './order-paid-admin.ts';
import { orderPaidCustomer } from './order-paid-customer.ts';
import { orderReceived } from './order-received.ts';
import { orderUnderReview } from './order-under-review.ts';

export const ordersMails = [
  correctedFileReady,
  orderExpiring,
  orderPagesDiffer,
  orderPaidAdmin,
  orderPaidCustomer,
  orderReceived,
  orderUnderReview,
] as const satisfies readonly ListedMail[];
