import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { InvoiceType } from '../../schema/billing/invoice.type.ts';
import {
  PauseRemindersInput,
  SendReminderInput,
  UpdateReminderStepInput,
} from '../../schema/billing/reminder.input.ts';
import { ReminderStepType } from '../../schema/billing/reminder.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  invoiceById,
  listReminderSteps,
  pauseReminders,
  sendReminder,
  updateReminderStep,
  type InvoiceRow,
  type ReminderStepRow,
} from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** Reminders of overdue invoices, for staff. */
@Resolver(() => ReminderStepType)
export class ReminderAdminResolver {
  @Auth('invoice:read-any')
  @Query(() => [ReminderStepType], { description: 'The reminders that an overdue invoice gets, in order.' })
  reminderSteps(@Ctx() context: Context): Promise<ReminderStepRow[]> {
    return listReminderSteps(context.read);
  }

  @Auth('reminder:manage')
  @Mutation(() => ReminderStepType, {
    description: 'Changes a reminder: its days, its words, whether it is sent. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  updateReminderStep(
    @Arg('input', () => UpdateReminderStepInput, { description: 'Which step, and what changes.' })
    input: UpdateReminderStepInput,
    @Ctx() context: Context,
  ): Promise<ReminderStepRow> {
    return context.run(updateReminderStep, input);
  }

  @Heavy()
  @Auth('invoice:send')
  @Mutation(() => InvoiceType, {
    description:
      'Sends the next reminder of an overdue invoice now. Errors: NOT_FOUND, ACTION_NOT_ALLOWED with the reason in because: NOT_OVERDUE, DISPUTED, PAYMENT_UNDER_WAY, NO_STEP (all were sent), NOBODY (the buyer is gone).',
  })
  async sendReminder(
    @Arg('input', () => SendReminderInput, { description: 'Which invoice.' }) input: SendReminderInput,
    @Ctx() context: Context,
  ): Promise<InvoiceRow> {
    return invoiceById(context.read, await context.perform(sendReminder, input));
  }

  @Auth('invoice:send')
  @Mutation(() => InvoiceType, {
    description:
      'Holds the reminders of an invoice back until a day, or lets them go on. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  async pauseReminders(
    @Arg('input', () => PauseRemindersInput, { description: 'Which invoice, and until when.' })
    input: PauseRemindersInput,
    @Ctx() context: Context,
  ): Promise<InvoiceRow> {
    return invoiceById(context.read, (await context.run(pauseReminders, input)).id);
  }
}
