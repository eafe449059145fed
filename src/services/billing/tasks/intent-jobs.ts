import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const payment = z.object({ paymentId: z.uuid() });

/** Takes or releases what is held on a card, as somebody decided. */
export const endHoldTask = defineTask('billing.end-hold', payment, { priority: 50, maxAttempts: 12 });

/** Ends a payment at its provider, because another one took its place or its subject is not to be paid so any more. */
export const cancelIntentTask = defineTask('billing.cancel-intent', payment, { priority: 50 });

/** Looks after a payment by a saved card whose request may have been interrupted. */
export const chargeCardTask = defineTask('billing.charge-card', payment, { priority: 50 });

/** Reads the holds whose time has passed, and releases those that the provider still holds. */
export const endLateHoldsTask = defineTask('billing.end-late-holds', z.object({}), { priority: 200 });
