import { defineModule } from '../platform/module.ts';
import { calendarsRetention } from './retention.ts';

/** Calendars of artisans outside: their busy time comes in, bookings go out, and what disagrees is shown. */
export const calendarsModule = defineModule({
  name: 'calendars',
  retention: calendarsRetention,
});
