/** A worker that sends mails to the provider of a test (`MAIL_URL`), in a process that a test may kill. */
import { createApp } from '../../../src/app.ts';
import { sendgridMail } from '../../../src/services/adapters/mail/sendgrid.ts';
import { wallClock } from '../../../src/services/kernel/clock.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['HOUSE_DATABASE'] ?? '{}') as DatabaseSettings;
const mail = sendgridMail({ apiKey: 'SG.test', clock: wallClock, baseUrl: process.env['MAIL_URL'] });
const app = await createApp(readConfig(), { database, ports: { mail } });
app.worker.start();
process.stdout.write('works\n');
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
