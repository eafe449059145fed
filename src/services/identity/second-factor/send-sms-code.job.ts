import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

const payload = z.object({ challengeId: z.uuid(), codeNumber: z.int() });
export type SmsCode = z.infer<typeof payload>;

/** Sends a code by SMS; the job holds no code. Few attempts: a late code is useless. */
export const sendSmsCodeJob: JobType<SmsCode> = {
  kind: 'identity.send-sms-code',
  payload,
  priority: 20,
  maxAttempts: 3,
  timeoutSeconds: 30,
};
