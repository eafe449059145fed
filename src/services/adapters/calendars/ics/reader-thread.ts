import { readCalendar, type CalendarAnswer, type CalendarTask } from './read-calendar.ts';

/** The task of a thread that reads calendar files: it is there to be blocked. */
export default (task: CalendarTask): CalendarAnswer => readCalendar(task);
