import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Looks the VAT number of one billing profile up. */
export const checkVatNumberTask = defineTask('billing.check-vat-number', z.object({ profileId: z.string() }), {
  priority: 200,
});

/** Looks those up, every night, about which nobody could say anything before. */
export const checkVatNumbersTask = defineTask('billing.check-vat-numbers', z.object({}), { priority: 200 });
