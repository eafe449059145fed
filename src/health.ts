import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { App } from './app.ts';
import type { HealthCheck } from './resolvers/http/health.ts';
import { system } from './services/access/actor.ts';

/** Vendors are asked seldom: the answer of a minute ago will do. */
const vendorMilliseconds = 60_000;
/** When the last few mails all failed, mail does not work; fewer prove nothing. */
const mailsThatProve = 5;

/** What `/health` looks at: the things without which the house cannot do its work. Part of the composition root. */
export function checksOf(app: App): Record<string, HealthCheck> {
  const { orm, config, ports } = app;
  return {
    database: () => orm.em.getDriver().getConnection('write').execute('select 1'),
    storage: () => access(config.dataDir, constants.W_OK),
    keys: async () => ports.vault.ring(),
    mail: () => (ports.mailbox ? ports.mailbox.list(1) : mailsLeave(app)),
    payments: seldom(() => ports.payments.readSession('cs_health_check')),
  };
}

/** A mail provider is judged by what it did with the mails of today; none is sent to find out. */
async function mailsLeave({ surroundings }: App): Promise<void> {
  const { db } = surroundings({ actor: system, requestId: 'health' });
  const latest = await db.selectFrom('email_delivery').select('status').where('status', 'in', ['SENT', 'FAILED', 'AMBIGUOUS'])
    .orderBy('created_at', 'desc').limit(mailsThatProve).execute();
  if (latest.length === mailsThatProve && latest.every(({ status }) => status !== 'SENT')) throw new Error('The last mails did not leave');
}

function seldom(check: HealthCheck): HealthCheck {
  let last: { at: number; outcome: Promise<unknown> } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > vendorMilliseconds) last = { at: now, outcome: check() };
    return last.outcome;
  };
}
