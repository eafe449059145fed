/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { correctedFileReady } from './corrected-file-ready.ts';
import { orderPaidAdmin } from './order-paid-admin.ts';
import { orderPaidCustomer } from './order-paid-customer.ts';

export const ordersMails = [
  correctedFileReady,
  orderPaidAdmin,
  orderPaidCustomer,
] as const satisfies readonly ListedMail[];
