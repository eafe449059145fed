import { defineModule } from '../platform/module.ts';
import { bookingMeasures, bookingMetrics } from './bookings/booking-figures.ts';
import { billableBooking } from './billable-booking.ts';
import { schedulingPersonalData } from './personal-data.ts';
import { bookingSchedules, bookingTasks } from './scheduling-tasks.ts';
import { schedulingRetention } from './retention.ts';
import { seedArtisans } from './seed.ts';

/** Appointments with artisans: when they are open, what can be booked, and the bookings. */
export const schedulingModule = defineModule({
  name: 'scheduling',
  personalData: schedulingPersonalData,
  retention: schedulingRetention,
  tasks: bookingTasks,
  schedules: bookingSchedules,
  metrics: bookingMetrics,
  measures: bookingMeasures,
  billable: { BOOKING: billableBooking },
  seed: seedArtisans,
});
