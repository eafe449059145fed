import { join } from 'node:path';
import { smsFolder } from './services/adapters/sms/sms-folder.ts';
import { twilioSms } from './services/adapters/sms/twilio.ts';
import type { Clock } from './services/kernel/clock.ts';
import type { Config } from './services/platform/config.ts';
import type { Ports } from './services/platform/ports.ts';

/** Where text messages go: Twilio when it has a token, else a folder. Part of the composition root. */
export function openSms(config: Config, clock: Clock): Pick<Ports, 'sms' | 'smsFolder'> {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_PHONE_NUMBER: from } = config;
  if (accountSid !== undefined && authToken !== undefined && from !== undefined)
    return { sms: twilioSms({ accountSid, authToken, from }), smsFolder: null };
  const folder = smsFolder({ folder: join(config.dataDir, 'sms'), clock });
  return { sms: folder, smsFolder: folder };
}
