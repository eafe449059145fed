/**
 * The entry points at which somebody outside names an account, and the cases that what they name may be in: each is one
 * branch of the code, and nobody may distinguish it from the others.
 */
import { OauthFlow } from '../../../../src/entities/identity/oauth-flow.entity.ts';
import { PendingRegistration } from '../../../../src/entities/identity/pending-registration.entity.ts';
import { TwoFactorChallenge } from '../../../../src/entities/identity/two-factor-challenge.entity.ts';
import { TwoFactor } from '../../../../src/entities/identity/two-factor.entity.ts';
import { User, type UserStatus } from '../../../../src/entities/identity/user.entity.ts';
import { fingerprint, newId, newSecret } from '../../../../src/services/kernel/ids.ts';
import { issueFormTicket } from '../../../../src/services/platform/form-tickets.ts';
import { makePriceItem } from '../../../support/make/price-item.ts';
import { goodPassword, registration, type PeopleEnvironment } from '../people-environment.ts';

/** What is asked in one turn. */
export interface Question {
  readonly input: Readonly<Record<string, unknown>>;
  readonly echoed: string;
}

export interface EntryPoint {
  readonly document: string;
  /** How often a password is hashed or compared, whatever was named. */
  readonly hashes: 0 | 1;
  /** Asked by a person who is signed in. */
  readonly isSignedIn?: true;
  /** By the name of the way: the questions of so many turns, their objects made beforehand. */
  readonly ways: Readonly<Record<string, (env: Making, turns: number) => Promise<Question[]>>>;
}

export interface Making {
  readonly env: PeopleEnvironment;
  readonly passwordHash: string;
}

const receipt = (name: string, input: string, fields: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${fields} } }`;

let people = 0;
/** As long as every other: what differs in length differs in time, and in a header. */
const nextAddress = (): string => `p${String((people += 1)).padStart(8, '0')}@example.org`;

const addresses = (turns: number): string[] => Array.from({ length: turns }, nextAddress);

/** So many people of this status, written at once; answers their addresses. */
async function peopleOf(
  { env, passwordHash }: Making,
  turns: number,
  status: UserStatus | 'INVITED',
): Promise<string[]> {
  const emails = addresses(turns);
  const now = env.clock.now();
  await env.app.orm.em.fork().insertMany(
    User,
    emails.map((email) => ({
      id: newId(),
      createdAt: now,
      version: 1,
      email,
      passwordHash,
      firstName: 'Camille',
      lastName: 'Morel',
      status: status === 'INVITED' ? ('PENDING' as const) : status,
      activatedAt: status === 'ACTIVE' ? now : null,
      invitedAt: status === 'INVITED' ? now : null,
    })),
  );
  return emails;
}

/** Addresses at which somebody asked for an account that waits for its link. */
async function askedAt({ env, passwordHash }: Making, turns: number): Promise<string[]> {
  const emails = addresses(turns);
  const now = env.clock.now();
  await env.app.orm.em.fork().insertMany(
    PendingRegistration,
    emails.map((email) => ({
      id: newId(),
      createdAt: now,
      version: 1,
      email,
      passwordHash,
      firstName: 'Camille',
      lastName: 'Morel',
      locale: 'fr' as const,
      consents: [],
      tokenHash: fingerprint(newSecret()),
      expiresAt: now,
    })),
  );
  return emails;
}

const nobody = async (_making: Making, turns: number): Promise<string[]> => addresses(turns);
const withStatus =
  (status: UserStatus | 'INVITED') =>
  (making: Making, turns: number): Promise<string[]> =>
    peopleOf(making, turns, status);

/** A way by the addresses it needs, and what is asked with each. */
const byAddress =
  (emailsOf: (making: Making, turns: number) => Promise<string[]>, more: object = {}) =>
  async (making: Making, turns: number): Promise<Question[]> =>
    (await emailsOf(making, turns)).map((email) => ({ input: { ...more, email }, echoed: email }));

const everyStatus = {
  nobody: byAddress(nobody),
  active: byAddress(withStatus('ACTIVE')),
  waiting: byAddress(askedAt),
  'waiting since before': byAddress(withStatus('PENDING')),
  invited: byAddress(withStatus('INVITED')),
  suspended: byAddress(withStatus('SUSPENDED')),
};

const { password, firstName, lastName, consents } = registration('');
const asRegistered = { password, firstName, lastName, consents };
const wrong = { password: 'Pas-Le-Bon-Du-Tout-1' };

/** Challenges as a right password leaves them, of people whose second factor is a code by mail. */
const challenged =
  (values: { status?: UserStatus; isOver?: true }) =>
  async (making: Making, turns: number): Promise<Question[]> => {
    const emails = await peopleOf(making, turns, values.status ?? 'ACTIVE');
    const { env } = making;
    const em = env.app.orm.em.fork();
    const users = await em.find(User, { email: { $in: emails } });
    const now = env.clock.now();
    await em.insertMany(
      TwoFactor,
      users.map(({ id }) => ({
        id: newId(),
        createdAt: now,
        version: 1,
        user: id,
        method: 'EMAIL_OTP' as const,
        confirmedAt: now,
      })),
    );
    const tokens = users.map(() => newSecret());
    await em.insertMany(
      TwoFactorChallenge,
      users.map(({ id }, i) => ({
        id: newId(),
        createdAt: now,
        version: 1,
        user: id,
        purpose: 'LOGIN' as const,
        entrance: 'PASSWORD',
        tokenHash: fingerprint(tokens[i] ?? ''),
        sessionVersion: 1,
        expiresAt: new Date(now.getTime() + 600_000),
        endedAt: values.isOver ? now : null,
      })),
    );
    return tokens.map((challengeToken) => ({ input: { challengeToken, method: 'EMAIL_OTP' }, echoed: challengeToken }));
  };

/** OAuth flows whose provider vouches for an address and an identity that is seen for the first time. */
const returned =
  (emailsOf: (making: Making, turns: number) => Promise<string[]>) =>
  async (making: Making, turns: number): Promise<Question[]> => {
    const emails = await emailsOf(making, turns);
    const now = making.env.clock.now();
    const flows = emails.map((email) => ({ email, code: newSecret(), proof: newSecret() }));
    await making.env.app.orm.em.fork().insertMany(
      OauthFlow,
      flows.map(({ email, code, proof }) => ({
        id: newId(),
        createdAt: now,
        version: 1,
        provider: 'GOOGLE' as const,
        purpose: 'SIGN_IN' as const,
        stateHash: fingerprint(newSecret()),
        proofHash: fingerprint(proof),
        codeHash: fingerprint(code),
        returnedAt: now,
        expiresAt: new Date(now.getTime() + 600_000),
        claims: {
          issuer: 'https://provider.example.org',
          subject: newId(),
          email,
          isEmailVerified: true,
          firstName: 'Camille',
          lastName: 'Morel',
          locale: 'fr' as const,
        },
      })),
    );
    return flows.map(({ code, proof }) => ({ input: { code, proof, consents }, echoed: code }));
  };

/** Forms of an order without an account, each with a ticket of its own. */
const ordered =
  (emailsOf: (making: Making, turns: number) => Promise<string[]>) =>
  async (making: Making, turns: number): Promise<Question[]> => {
    const { env } = making;
    const em = env.app.orm.em.fork();
    const { id: priceItemId } = makePriceItem(em);
    await em.flush();
    const { derived } = env.contextFor();
    const asked = new Date(env.clock.now().getTime() - 10_000);
    return (await emailsOf(making, turns)).map((email) => {
      // What the work costs whoever asks is not measured here.
      const { ticket } = issueFormTicket({ derived, now: asked }, 0);
      return { input: { ...asRegistered, email, ticket, priceItemId, title: 'Le Gardien' }, echoed: email };
    });
  };

/** The form of somebody who writes without an account: none is looked up. */
const written =
  (emailsOf: Parameters<typeof ordered>[0]) =>
  async (making: Making, turns: number): Promise<Question[]> => {
    const { env } = making;
    const { derived } = env.contextFor();
    const asked = new Date(env.clock.now().getTime() - 10_000);
    const words = { name: 'Camille Roux', consent: '2026-11-20', subject: 'Une question', content: 'Bonjour.' };
    return (await emailsOf(making, turns)).map((email) => ({
      input: { ...words, email, ticket: issueFormTicket({ derived, now: asked }, 0).ticket },
      echoed: email,
    }));
  };

export const entryPoints: Readonly<Record<string, EntryPoint>> = {
  sendContactForm: {
    document: receipt('sendContactForm', 'SendContactFormInput', '__typename'),
    hashes: 0,
    ways: {
      free: written(nobody),
      active: written(withStatus('ACTIVE')),
      waiting: written(askedAt),
      suspended: written(withStatus('SUSPENDED')),
    },
  },
  startGuestOrder: {
    document: receipt('startGuestOrder', 'StartGuestOrderInput', 'guestOrder { status email }'),
    hashes: 1,
    ways: {
      free: ordered(nobody),
      active: ordered(withStatus('ACTIVE')),
      waiting: ordered(askedAt),
      suspended: ordered(withStatus('SUSPENDED')),
    },
  },
  login: {
    document: receipt('login', 'LoginInput', '... on Session { accessToken }'),
    hashes: 1,
    ways: {
      nobody: byAddress(nobody, wrong),
      active: byAddress(withStatus('ACTIVE'), wrong),
      // Whoever registered a stranger's address knows its password, and must not learn whether it was free.
      'waiting, right password': byAddress(withStatus('PENDING'), { password: goodPassword }),
      'suspended, right password': byAddress(withStatus('SUSPENDED'), { password: goodPassword }),
    },
  },
  register: {
    document: receipt('register', 'RegisterInput', 'email isActivationMailed'),
    hashes: 1,
    ways: {
      free: byAddress(nobody, asRegistered),
      active: byAddress(withStatus('ACTIVE'), asRegistered),
      waiting: byAddress(askedAt, asRegistered),
      suspended: byAddress(withStatus('SUSPENDED'), asRegistered),
      invited: byAddress(withStatus('INVITED'), asRegistered),
    },
  },
  requestCustomerData: {
    document: receipt('requestCustomerData', 'RequestCustomerDataInput', 'email isLinkMailed'),
    hashes: 0,
    ways: everyStatus,
  },
  requestPasswordReset: {
    document: receipt('requestPasswordReset', 'RequestPasswordResetInput', 'email isLinkMailed'),
    hashes: 0,
    ways: everyStatus,
  },
  resendActivation: {
    document: receipt('resendActivation', 'ResendActivationInput', 'email isActivationMailed'),
    hashes: 0,
    ways: everyStatus,
  },
  sendTwoFactorCode: {
    document: receipt('sendTwoFactorCode', 'SendTwoFactorCodeInput', 'method isCodeSent'),
    hashes: 0,
    ways: {
      'a challenge': challenged({}),
      'one of nobody': async (_making, turns) =>
        Array.from({ length: turns }, () => newSecret()).map((challengeToken) => ({
          input: { challengeToken, method: 'EMAIL_OTP' },
          echoed: challengeToken,
        })),
      'one that is over': challenged({ isOver: true }),
      'of somebody suspended': challenged({ status: 'SUSPENDED' }),
    },
  },
  signInWithOauth: {
    document: receipt('signInWithOauth', 'SignInWithOauthInput', 'isProofMailed session { accessToken }'),
    hashes: 0,
    ways: {
      nobody: returned(nobody),
      active: returned(withStatus('ACTIVE')),
      waiting: returned(withStatus('PENDING')),
      suspended: returned(withStatus('SUSPENDED')),
    },
  },
  requestEmailChange: {
    document: receipt('requestEmailChange', 'RequestEmailChangeInput', 'email isLinkMailed'),
    hashes: 0,
    isSignedIn: true,
    ways: {
      free: byAddress(nobody),
      active: byAddress(withStatus('ACTIVE')),
      waiting: byAddress(askedAt),
      erased: byAddress(withStatus('ERASED')),
    },
  },
};
