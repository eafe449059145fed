import type { Operation } from '../../platform/context.ts';
import { admitForm, receiveForm, type FormReceipt, type VisitorForm } from './receive-form.ts';

/** Somebody writes to the business without an account. Errors: FORM_TICKET_INVALID, PROOF_OF_WORK_REQUIRED, INPUT_INVALID, RATE_LIMITED. */
export const sendContactForm: Operation<
  'run' | 'derived' | 'now' | 'limits' | 'actor',
  VisitorForm,
  FormReceipt
> = async (ctx, input) => {
  const form = await admitForm(ctx, input);
  await ctx.run(receiveForm, { form, purpose: 'CONTACT' as const });
  return { receivedAt: ctx.now };
};
