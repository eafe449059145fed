import { billingKeeper } from './services/billing/index.ts';
import { filesKeeper } from './services/files/index.ts';
import { identityKeeper } from './services/identity/index.ts';
import { messagingKeeper } from './services/messaging/index.ts';
import { notificationsKeeper } from './services/notifications/index.ts';
import { ordersKeeper } from './services/orders/index.ts';
import type { FileQuestion, PersonKeeper } from './services/platform/ports.ts';

/** Every domain that holds something of people, and answers for it when an account is deleted. Part of the composition root. */
export const personKeepers = (isFileHeld: FileQuestion): readonly PersonKeeper[] =>
  [identityKeeper, filesKeeper(isFileHeld), notificationsKeeper, messagingKeeper, ordersKeeper, billingKeeper];
