import { z } from 'zod';
import { currencies } from '../../kernel/money.ts';
import { operations } from '../../kernel/vat.ts';
import { defineTask } from '../../platform/task.ts';

const money = z.object({ amount: z.int(), currency: z.enum(currencies) });
const bill = z.object({
  /** Null for a person without an account: the payment says who. */
  payerId: z.uuid().nullable(),
  description: z.string(),
  total: money,
  returnPath: z.string(),
  credited: z.object({ invoiceId: z.uuid(), amount: money }).optional(),
  operation: z.enum(operations).optional(),
  isDeposit: z.boolean().optional(),
  settlesAtOnce: z.boolean().optional(),
  lines: z
    .array(
      z.object({
        description: z.string(),
        quantity: z.int(),
        unit: z.string(),
        gross: money,
        rate: z.int().optional(),
      }),
    )
    .readonly(),
});

/** Issues the invoice of a payment that came while the clock was not believed. Waits for as long as it takes: money came. */
export const issueLaterTask = defineTask('billing.issue-later', z.object({ paymentId: z.uuid(), bill }), {
  priority: 50,
  maxAttempts: 1_000_000,
});

/** Issues the credit notes of a payment whose refunds arrived while the clock was not believed. */
export const creditLaterTask = defineTask('billing.credit-later', z.object({ paymentId: z.uuid() }), {
  priority: 50,
  maxAttempts: 1_000_000,
});
