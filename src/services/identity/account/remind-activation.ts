import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { PendingRegistration } from '../../../entities/identity/pending-registration.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { MailTemplateError, queueMail, type PreparationOf } from '../../notifications/index.ts';
import type { AppContext, Operation, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { activationReminder } from '../emails/activation-reminder.ts';
import { freshToken, issueToken, type FreshToken } from '../one-time-tokens.ts';
import { recipientOf, type Mailing } from './account-mails.ts';
import { accountAt } from './pending-account.ts';
import { activationUrl } from './registrations/mail-links.ts';

/** Each hour: those who have not activated their account for a day are reminded, once. */
export const remindActivationTask = defineTask('identity.remind-activation', z.object({}), {
  priority: 200,
  atOnce: 1,
});

const hourMs = 3_600_000;
/** Hours after which somebody is reminded, and for which the link of the reminder is good. */
const hours = 24;
/** After a week the registration is gone, and whoever bought something has the link of that mail. */
const longestMs = 7 * 24 * hourMs;
/** Rows read at once. */
const batch = 200;

type Reminding = Pick<AppContext, 'db' | 'run' | 'now' | 'derived'>;
type Page = (after: string) => Promise<readonly { readonly id: string }[]>;

const keyOf = (id: string): string => `${activationReminder.name}:${id}`;

/** Person by person, in a transaction each: the key of the mail makes it one, whenever a process is killed. */
export const remindActivation: Operation<
  'db' | 'run' | 'now' | 'derived',
  PayloadOf<typeof remindActivationTask>,
  void
> = async (ctx: Reminding) => {
  const { db, run, derived, now } = ctx;
  const [from, until] = [new Date(now.getTime() - longestMs), new Date(now.getTime() - hours * hourMs)];
  const registered: Page = (after) =>
    db
      .selectFrom('pending_registration')
      .select('id')
      .where('created_at', '>', from)
      .where('created_at', '<=', until)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
  const pending: Page = (after) =>
    db
      .selectFrom('user')
      .select('id')
      .where('status', '=', 'PENDING')
      .where('invited_at', 'is', null)
      .where('created_at', '>', from)
      .where('created_at', '<=', until)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
  await eachUnreminded(ctx, registered, (id) => run(remindRegistered, { id }));
  await eachUnreminded(ctx, pending, (id) => run(remindPending, { id, token: freshToken(derived) }));
};

async function eachUnreminded({ db }: Reminding, page: Page, remind: (id: string) => Promise<void>): Promise<void> {
  for (let rows = await page(''); rows.length > 0; rows = await page(rows.at(-1)?.id ?? '')) {
    const keys = rows.map(({ id }) => keyOf(id));
    const known = await db
      .selectFrom('email_delivery')
      .select('dedupe_key as key')
      .where('dedupe_key', 'in', keys)
      .execute();
    const reminded = new Set(known.map(({ key }) => key));
    for (const { id } of rows) if (!reminded.has(keyOf(id))) await remind(id);
  }
}

/**
 * Whoever registered. Not where several accounts were asked for at the address: only who asked knows which one is theirs, and the mail
 * with all of them said so; nor where there is an account by now.
 */
async function remindRegistered(tx: Mailing, { id }: { readonly id: string }): Promise<void> {
  const found = await tx.em.findOne(PendingRegistration, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (found === null || (await tx.em.count(PendingRegistration, { email: found.email })) > 1) return;
  if ((await accountAt(tx, found.email)) !== null) return;
  found.expiresAt = new Date(tx.now.getTime() + hours * hourMs);
  await queueReminder(tx, { ...recipient(found), id: null }, { key: id, registrationId: id });
}

/** Whoever bought something without an account, and waits since. */
async function remindPending(
  tx: Mailing,
  { id, token }: { readonly id: string; readonly token: FreshToken },
): Promise<void> {
  const user = await tx.em.findOne(User, { id, status: 'PENDING' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (user === null) return;
  await issueToken(tx, user, { purpose: 'ACTIVATION', token, minutes: hours * 60 });
  await queueReminder(tx, { ...recipient(user), id }, { key: id, tokenId: token.id });
}

const recipient = ({ email, firstName, lastName, locale }: User | PendingRegistration) => ({
  ...{ email, firstName, lastName, locale },
});

interface Leading {
  readonly key: string;
  readonly registrationId?: string;
  readonly tokenId?: string;
}

async function queueReminder(
  tx: Tx<'em' | 'now' | 'enqueue'>,
  person: Parameters<typeof recipientOf>[0],
  { key, ...leading }: Leading,
): Promise<void> {
  const data = { firstName: person.firstName, expiresInHours: hours, ...leading };
  await queueMail(tx, {
    ...{ template: activationReminder, recipient: recipientOf(person), locale: person.locale },
    ...{ data, dedupeKey: keyOf(key) },
  });
}

/** Just before the mail leaves: the link, whose secret is stored nowhere. */
export const prepareActivationReminder: PreparationOf<typeof activationReminder> = async (
  { config, derived },
  { data: { registrationId, tokenId } },
) => {
  if (typeof registrationId === 'string')
    return { activationUrl: activationUrl({ config, derived }, { registrationId }) };
  if (typeof tokenId !== 'string') throw new MailTemplateError(activationReminder.name, 'nobody is named');
  return { activationUrl: activationUrl({ config, derived }, { tokenId }) };
};
