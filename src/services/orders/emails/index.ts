/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { correctedFileReady } from './corrected-file-ready.ts';
import { manuscriptMissing } from './manuscript-missing.ts';
import { orderDueSoon } from './order-due-soon.ts';
import { orderExtendedMail } from './order-extended.ts';
import { orderExtensionAskedMail } from './order-extension-asked.ts';
import { orderLateCustomer } from './order-late-customer.ts';
import { orderLateMail } from './order-late.ts';
import { orderPaidAdmin } from './order-paid-admin.ts';
import { orderPaidCustomer } from './order-paid-customer.ts';

export const ordersMails = [
  correctedFileReady,
  orderPaidAdmin,
  orderPaidCustomer,
  orderDueSoon,
  orderLateMail,
  orderLateCustomer,
  orderExtendedMail,
  orderExtensionAskedMail,
  manuscriptMissing,
] as const satisfies readonly ListedMail[];
