import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import type { ProvenClaims } from '../../../entities/identity/oauth-flow.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { mailWelcome } from '../account/account-mails.ts';
import { storeConsents, type GivenConsent } from '../account/consents.ts';
import { finishFirstFactor, type FirstFactorOutcome, type FirstFactorNeeds } from '../sessions/finish-first-factor.ts';
import { userActivated, userRegistered } from '../events.ts';
import { dropRegistrations } from '../account/registrations/drop-registrations.ts';
import { mailMethodAdded } from '../account/sign-in-methods.ts';
import { userStates } from '../account/user.states.ts';
import { attachIdentity, findIdentity } from './attach-identity.ts';
import { finishFlow, flowOfToken, isClosed, type ShownSecrets, type OpenFlow } from './flow-steps.ts';
import { providerNames } from './providers.ts';
import { oauthOutcomeOf, type OauthOutcome } from './sign-in-with-oauth.ts';

export interface IdentityConfirmation {
  readonly token: string;
  readonly proof: string;
}

/**
 * Follows the link of the mail, in the browser that began: whoever reads that mailbox and has that identity is one
 * person. Opens their account, or attaches the identity to the one they have, and signs them in. `TOKEN_INVALID` otherwise.
 */
export const confirmIdentity: Operation<
  'run' | 'limits' | 'derived' | 'actor' | 'accessTokens' | 'now',
  IdentityConfirmation,
  OauthOutcome
> = async (ctx, { token, proof }) => {
  await ctx.limits.take('sso/address', subscriberOf(ctx.actor.address));
  const shown = { secret: token, proof };
  const entered = await ctx.run(confirm, shown).catch((error: unknown) => {
    // Somebody registered the address, or confirmed the same identity, at the same instant: the second finds the first.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return ctx.run(confirm, shown);
  });
  return oauthOutcomeOf(ctx, entered);
};

type ConfirmNeeds = FirstFactorNeeds | 'emit' | 'enqueue';

const confirm: UseCase<ConfirmNeeds, ShownSecrets, FirstFactorOutcome> = async (tx, shown) => {
  const open = await flowOfToken(tx, shown);
  const { flow, claims } = open;
  const known = await findIdentity(tx, claims);
  const user = await tx.em.findOne(User, { email: flow.email ?? '' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (isClosed(user) || belongsToAnother(known, user)) throw new DomainError('TOKEN_INVALID');
  const owner = user?.status === 'ACTIVE' ? user : await openAccount(tx, user, open);
  if (known === null) await attachTo(tx, owner, open);
  finishFlow(tx, flow);
  return finishFirstFactor(tx, owner, { by: 'SSO', detail: { provider: flow.provider } });
};

/** The identity was attached meanwhile, to an account that this address does not have. */
const belongsToAnother = (known: Awaited<ReturnType<typeof findIdentity>>, user: User | null): boolean =>
  known !== null && known.user.id !== user?.id;

async function attachTo(
  tx: Tx<ConfirmNeeds>,
  owner: User,
  { flow: { id, provider }, claims }: OpenFlow,
): Promise<void> {
  attachIdentity(tx, owner, { ...claims, provider, email: owner.email });
  // Somebody whose account has just been opened is welcomed instead.
  if (owner.activatedAt !== tx.now) await mailMethodAdded(tx, owner, { key: id, method: providerNames[provider] });
}

async function openAccount(tx: Tx<ConfirmNeeds>, waiting: User | null, { flow, claims }: OpenFlow): Promise<User> {
  const owner = waiting === null ? newPerson(tx, flow.email ?? '', claims) : takeOver(tx, waiting, claims);
  await activate(tx, owner, flow.consents ?? []);
  return owner;
}

function newPerson(
  { em, record, emit }: Tx<ConfirmNeeds>,
  email: string,
  { firstName, lastName, locale }: ProvenClaims,
): User {
  const user = em.create(User, { email, passwordHash: null, firstName, lastName, locale });
  record({
    action: 'USER_CREATED',
    targetType: 'user',
    targetId: user.id,
    payload: { role: user.role, method: 'SSO' },
  });
  emit(userRegistered, { userId: user.id });
  return user;
}

/** Somebody registered the address and never proved it: nothing of what they chose stays, least of all their password, and their links are void. */
function takeOver({ record }: Tx<ConfirmNeeds>, user: User, { firstName, lastName, locale }: ProvenClaims): User {
  Object.assign(user, { passwordHash: null, passwordVersion: user.passwordVersion + 1, firstName, lastName, locale });
  record({ action: 'REGISTRATION_REPEATED', targetType: 'user', targetId: user.id, payload: { method: 'SSO' } });
  return user;
}

async function activate(tx: Tx<ConfirmNeeds>, user: User, consents: readonly GivenConsent[]): Promise<void> {
  storeConsents(tx, user, consents);
  await dropRegistrations(tx, user.email);
  transition(userStates, user, 'activate');
  user.activatedAt = tx.now;
  tx.record({ action: 'USER_ACTIVATED', targetType: 'user', targetId: user.id });
  tx.emit(userActivated, { userId: user.id });
  await mailWelcome(tx, user);
}
