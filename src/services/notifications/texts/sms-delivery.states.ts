import type { SmsStatus } from '../../../entities/notifications/sms-delivery.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type SmsVerb = 'begin' | 'postpone' | 'doubt' | 'accept' | 'send' | 'deliver' | 'miss' | 'fail' | 'opt-out';

const onTheWay = {
  send: 'SENT',
  deliver: 'DELIVERED',
  miss: 'UNDELIVERED',
  fail: 'FAILED',
  'opt-out': 'OPTED_OUT',
} as const;

/** A text only goes forward: what the vendor says late, or twice, leads nowhere. */
export const smsDeliveryStates: StateTable<SmsStatus, SmsVerb> = {
  WAITING: { begin: 'SENDING', fail: 'FAILED', 'opt-out': 'OPTED_OUT' },
  SENDING: { postpone: 'WAITING', doubt: 'UNKNOWN', accept: 'ACCEPTED', ...onTheWay },
  UNKNOWN: { accept: 'ACCEPTED', ...onTheWay },
  ACCEPTED: onTheWay,
  SENT: { deliver: 'DELIVERED', miss: 'UNDELIVERED', fail: 'FAILED', 'opt-out': 'OPTED_OUT' },
  DELIVERED: {},
  UNDELIVERED: {},
  FAILED: {},
  OPTED_OUT: {},
};
