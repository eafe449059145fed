import { MailFailure, type MailFailureKind } from '../services/adapters/mail/port.ts';
import { sendTestMail } from '../services/notifications/index.ts';
import type { Config } from '../services/platform/config.ts';
import { optionOf, type Command, type CommandTools } from './command.ts';

/** What an operator does about a failure of each kind, and the exit code that says so. */
const failed: Readonly<Record<MailFailureKind, readonly [code: number, advice: string]>> = {
  permanent: [3, 'The mail was refused, and would be again: check the sender (FROM_EMAIL) and the recipient.'],
  retryable: [4, 'The mail was not sent: check the address and the credentials of the provider, and the network.'],
  ambiguous: [5, 'Nobody knows whether the mail was sent: look into the recipient’s mailbox.'],
};

const transportOf = ({ SENDGRID_API_KEY, SMTP_URL, dataDir }: Config): string => {
  if (SENDGRID_API_KEY !== undefined) return 'SendGrid';
  return SMTP_URL === undefined ? `the folder ${dataDir}/mailbox, whence no mail leaves` : new URL(SMTP_URL).host;
};

/** What an operator does about mails. Part of the composition root. */
export const mailCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'mail:test': {
    usage: 'mail:test [--to ADDRESS]',
    does: 'sends one test mail by the configured provider, to ADMIN_EMAIL unless ADDRESS is given; exit 0 when it was taken, 3 refused for good, 4 not sent, 5 unknown',
    run: (config, args) =>
      within(config, async (app) => {
        const to = optionOf(args, 'to') ?? config.ADMIN_EMAIL;
        try {
          const id = await sendTestMail(contextFor(app), { to });
          print(`Taken by ${transportOf(config)} for ${to}, as ${id}.`);
          return 0;
        } catch (error) {
          if (!(error instanceof MailFailure)) throw error;
          const [code, advice] = failed[error.kind];
          print(`${transportOf(config)}: ${error.message}.\n${advice}`);
          return code;
        }
      }),
  },
});
