import { z } from 'zod';
import type { EventType } from '../../platform/context.ts';
import { optOutCauses, type OptOutCause } from '../../../entities/notifications/sms-opt-out.entity.ts';

/** A number wants no texts any more. It does not say which: the sender asks before each of them. */
export const smsOptedOut = {
  name: 'sms.opted-out',
  payload: z.object({ optOutId: z.uuid(), cause: z.enum(optOutCauses) }),
} satisfies EventType<{ optOutId: string; cause: OptOutCause }>;
