import { join } from 'node:path';
import { mailPreparations, mailRenewals, mails } from './mails.ts';
import { mailboxFolder } from './services/adapters/mail/mailbox-folder.ts';
import { sendgridMail } from './services/adapters/mail/sendgrid.ts';
import { isThisMachine, smtpMail } from './services/adapters/mail/smtp.ts';
import type { Clock } from './services/kernel/clock.ts';
import { mailRenderer, type Mailer } from './services/notifications/index.ts';
import type { Config } from './services/platform/config.ts';
import type { Ports } from './services/platform/ports.ts';

/** How mails are written, and where they go: SendGrid when it has a key, a mail server when it has an address, else a folder. Part of the composition root. */
export function openMail(config: Config, clock: Clock): Pick<Ports, 'mail' | 'mailer' | 'mailbox'> {
  const mailer = createMailer(config);
  if (config.SENDGRID_API_KEY !== undefined)
    return { mailer, mail: sendgridMail({ apiKey: config.SENDGRID_API_KEY, clock }), mailbox: null };
  if (config.SMTP_URL !== undefined) {
    return {
      mailer,
      mail: smtpMail({
        url: config.SMTP_URL,
        clock,
        requireTls: config.isProduction && !isThisMachine(config.SMTP_URL),
      }),
      mailbox: null,
    };
  }
  const folder = mailboxFolder({ folder: join(config.dataDir, 'mailbox'), clock });
  return { mailer, mail: folder, mailbox: folder };
}

export function createMailer(config: Config): Mailer {
  const renderer = mailRenderer(mails, {
    brand: config.FROM_NAME,
    siteUrl: config.frontUrl,
    contactEmail: config.FROM_EMAIL,
    timeZone: config.TIME_ZONE,
  });
  return {
    mails,
    preparations: mailPreparations,
    renewals: mailRenewals,
    from: { email: config.FROM_EMAIL, name: config.FROM_NAME },
    write: renderer.renderStored,
  };
}
