import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';
import { bookingCompleted } from '../events.ts';

/** Every hour: completes what ended a day ago. */
export const completeOverdueTask = defineTask('scheduling.complete-overdue', z.object({}));

/** Issues the final invoice of a booking that took place, where a deposit was invoiced. */
export const invoiceBookingTask = defineTask('scheduling.invoice-booking', bookingCompleted.payload);
