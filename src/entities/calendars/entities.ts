import { BusyBlock } from './busy-block.entity.ts';
import { CalendarConflict } from './calendar-conflict.entity.ts';
import { CalendarConnection } from './calendar-connection.entity.ts';
import { CalendarEventLink } from './calendar-event-link.entity.ts';
import { CalendarFlow } from './calendar-flow.entity.ts';
import { ConnectedCalendar } from './connected-calendar.entity.ts';

/** The entities of calendars outside. */
export const calendarsEntities = [
  BusyBlock,
  CalendarConflict,
  CalendarConnection,
  CalendarEventLink,
  CalendarFlow,
  ConnectedCalendar,
] as const;
