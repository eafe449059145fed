/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { calendarConflictMail } from './calendar-conflict.ts';
import { calendarToReconnectMail } from './calendar-to-reconnect.ts';

export const calendarsMails = [calendarConflictMail, calendarToReconnectMail] as const satisfies readonly ListedMail[];
