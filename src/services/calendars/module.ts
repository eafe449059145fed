import { defineModule } from '../platform/module.ts';
import { calendarMeasures, calendarMetrics } from './calendar-figures.ts';
import { calendarSchedules, calendarSubscriptions, calendarTasks } from './calendar-tasks.ts';
import { calendarsMails } from './emails/index.ts';
import { calendarsPersonalData } from './personal-data.ts';
import { calendarsRetention } from './retention.ts';

/** Calendars of artisans outside: their busy time comes in, bookings go out, and what disagrees is shown. */
export const calendarsModule = defineModule({
  name: 'calendars',
  tasks: calendarTasks,
  subscriptions: calendarSubscriptions,
  schedules: calendarSchedules,
  mails: calendarsMails,
  metrics: calendarMetrics,
  measures: calendarMeasures,
  personalData: calendarsPersonalData,
  retention: calendarsRetention,
});
