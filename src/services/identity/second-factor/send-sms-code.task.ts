import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const payload = z.object({ challengeId: z.uuid(), codeNumber: z.int() });
export type SmsCode = z.infer<typeof payload>;

/** Sends a code by SMS; the job holds no code. Given up on soon: a code that comes late helps decoyRecipient. */
export const sendSmsCodeTask = defineTask('identity.send-sms-code', payload, {
  priority: 20,
  maxAttempts: 3,
  timeoutSeconds: 30,
});
