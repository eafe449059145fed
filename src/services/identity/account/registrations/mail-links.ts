import { OneTimeToken } from '../../../../entities/identity/one-time-token.entity.ts';
import { PendingRegistration } from '../../../../entities/identity/pending-registration.entity.ts';
import type { User } from '../../../../entities/identity/user.entity.ts';
import {
  MailTemplateError,
  queueMail,
  type MailPreparation,
  type PreparationOf,
} from '../../../notifications/index.ts';
import type { Tx } from '../../../platform/context.ts';
import { mailActivation, recipientOf, type Mailing } from '../account-mails.ts';
import { activationChoice } from '../../emails/activation-choice.ts';
import { decoyRecipient, absentId, type MailRecipient } from '../decoy-recipient.ts';
import { mailedSecret } from '../../one-time-tokens.ts';
import { lockNobody } from '../../actor-lock.ts';
import { isInvited } from '../../users/invitation.ts';
import { registrationSecret } from './registration-token.ts';

/** What waits for its address to be proven. */
export interface Waiting {
  /** The newest first. */
  readonly registrations: readonly PendingRegistration[];
  /** Whoever waits since before each registration was one of its own; or was invited. */
  readonly account: User | null;
  /** The newest token that the account was mailed and has not used. */
  readonly token: OneTimeToken | null;
}

const most = 10;

export async function waitingAt(
  { em }: Tx<'em'>,
  { email, known }: { email: string; known: User | null },
): Promise<Waiting> {
  const account = known?.status === 'PENDING' ? known : null;
  const registrations = await em.find(PendingRegistration, { email }, { orderBy: { id: 'desc' }, limit: most });
  const [token = null] = await em.find(
    OneTimeToken,
    { usedAt: null, ...mailedTo(account) },
    { orderBy: { id: 'desc' }, limit: 1 },
  );
  return { registrations, account, token };
}

const mailedTo = (account: User | null) =>
  account === null
    ? { user: absentId }
    : {
        user: account.id,
        purpose: isInvited(account) ? ('INVITATION' as const) : ('ACTIVATION' as const),
        passwordVersion: account.passwordVersion,
      };

/** One registration as a mail offers it: when it was asked for, and what its link is made from. */
interface Choice {
  readonly at: string;
  readonly registrationId?: string;
  readonly tokenId?: string;
}

/**
 * Mails the links of everything that waits, which are good for half an hour from now on; to nobody where nothing does.
 * Where several accounts were asked for, the mail says so, and when each was: only who asked knows which one is theirs.
 */
export async function mailLinks(tx: Mailing, { registrations, token, account }: Waiting, key: string): Promise<void> {
  const expiresAt = new Date(tx.now.getTime() + tx.config.MAILED_TOKEN_MINUTES * 60_000);
  const ids = registrations.map(({ id }) => id);
  await (token === null
    ? tx.em.nativeUpdate(PendingRegistration, { id: { $in: ids.length > 0 ? ids : [absentId] } }, { expiresAt })
    : renewAll(tx, { ids, token, expiresAt }));
  const choices: Choice[] = [
    ...registrations.map(({ id, createdAt }) => ({ at: createdAt.toISOString(), registrationId: id })),
    ...(token === null ? [] : [{ at: token.createdAt.toISOString(), tokenId: token.id }]),
  ];
  if (account === null) lockNobody(tx.em);
  const person = mailedAt(registrations[0], account);
  if (choices.length < 2) return void (await mailActivation(tx, person, { key, ...choices[0] }));
  const data = { expiresInMinutes: tx.config.MAILED_TOKEN_MINUTES, count: choices.length, choices };
  await queueMail(tx, {
    template: activationChoice,
    recipient: recipientOf(person),
    locale: person.locale,
    dedupeKey: `activation:${key}`,
    data,
  });
}

async function renewAll(
  { em }: Tx<'em'>,
  { ids, token, expiresAt }: { ids: readonly string[]; token: OneTimeToken; expiresAt: Date },
): Promise<void> {
  token.expiresAt = expiresAt;
  if (ids.length > 0) await em.nativeUpdate(PendingRegistration, { id: { $in: [...ids] } }, { expiresAt });
}

function mailedAt(newest: PendingRegistration | undefined, account: User | null): MailRecipient {
  if (newest === undefined) return account ?? decoyRecipient;
  const { email, firstName, lastName, locale } = newest;
  return { id: account?.id ?? null, email, firstName, lastName, locale };
}

/** Just before the mail leaves: each link, whose secret is stored nowhere. */
export const prepareActivationChoice: PreparationOf<typeof activationChoice> = async (
  { config, derived },
  { data: { choices } },
) => {
  if (!Array.isArray(choices)) throw new MailTemplateError('activation-choice', 'no registration is named');
  return {
    links: (choices as Choice[]).map((choice) => ({
      at: choice.at,
      activationUrl: activationUrl({ config, derived }, choice),
    })),
  };
};

/** The link of one registration. */
export function activationUrl(
  { config, derived }: Pick<Parameters<MailPreparation>[0], 'config' | 'derived'>,
  { registrationId, tokenId = '' }: Pick<Choice, 'registrationId' | 'tokenId'>,
): string {
  const secret =
    registrationId === undefined ? mailedSecret(derived, tokenId) : registrationSecret(derived, registrationId);
  return `${config.frontUrl}/activate?token=${secret}`;
}
