import { sql } from 'kysely';
import type { RetentionClass } from '../platform/retention.ts';
import { forgetBlocks } from './reading/forget-blocks.ts';

/** How long busy time outside is kept once it is past, and connections that were begun. */
export const calendarsRetention: readonly RetentionClass[] = [
  {
    name: 'BUSY_BLOCKS',
    description: {
      fr: 'occupations des agendas connectés, après leur fin',
      en: 'busy times of calendars, after their end',
    },
    table: 'busy_block',
    apply: forgetBlocks,
    days: { usual: 30, least: 1, most: 366 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('busy_block.ends_at'),
  },
  {
    name: 'CALENDAR_FLOWS',
    description: { fr: 'connexions d’agendas commencées', en: 'connections of calendars that were begun' },
    table: 'calendar_flow',
    days: { usual: 1, least: 1, most: 30 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('calendar_flow.expires_at'),
  },
];
