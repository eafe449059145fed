import { renderSVG } from 'uqr';
import { TwoFactor, type TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import { TwoFactorChallenge } from '../../../entities/identity/two-factor-challenge.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { base32, otpauthUri } from '../../kernel/totp.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import type { KeyRing } from '../../vault/index.ts';
import { makeChallenge, type ChallengeNeeds } from './challenges.ts';
import { isSent, sendCode } from './sent-codes.ts';
import { makeSeed } from './totp-seeds.ts';

export interface NewFactor {
  readonly method: TwoFactorMethod;
  /** Where codes by SMS go; only for `SMS_OTP`. */
  readonly phone?: string | null | undefined;
}

/** What is needed to confirm a factor. The seed is shown this once. */
export interface FactorSetup {
  readonly method: TwoFactorMethod;
  /** For an authenticator app: what its QR code says. */
  readonly otpauthUri: string | null;
  /** The same as a picture, a `data:` address. */
  readonly qrCode: string | null;
  /** The same to be typed: base 32. */
  readonly secret: string | null;
  /** `CODE_INVALID` from then on: begin anew. */
  readonly expiresAt: Date;
}

/**
 * Begins a second factor: a seed for an authenticator app, or a code that proves that mails or text messages arrive.
 * Nothing is asked for at sign-in until it is confirmed. `ACTION_NOT_ALLOWED` when this factor is in force already.
 */
export const enableTwoFactor: Operation<'run' | 'vault' | 'config', NewFactor, FactorSetup> = async (
  { run, vault, config },
  input,
) => {
  if ((input.method === 'SMS_OTP') !== Boolean(input.phone)) throw fieldError('input.phone', 'onlyForSms');
  // Without a provider a text message of production would reach nobody, and lock its person out.
  if (input.method === 'SMS_OTP' && config.isProduction && config.TWILIO_AUTH_TOKEN === undefined)
    throw new DomainError('UNAVAILABLE');
  const { seed, email, expiresAt } = await run(beginFactor, { ...input, ring: vault.ring() });
  if (seed === null) return { method: input.method, otpauthUri: null, qrCode: null, secret: null, expiresAt };
  const uri = otpauthUri({ issuer: config.FROM_NAME, account: email, seed });
  const secret = base32(seed);
  seed.fill(0);
  return {
    method: input.method,
    otpauthUri: uri,
    qrCode: `data:image/svg+xml;base64,${Buffer.from(renderSVG(uri)).toString('base64')}`,
    secret,
    expiresAt,
  };
};

interface Begun {
  readonly seed: Buffer | null;
  readonly email: string;
  readonly expiresAt: Date;
}

const beginFactor: UseCase<ChallengeNeeds | 'actor' | 'record', NewFactor & { ring: KeyRing }, Begun> = async (
  tx,
  { method, phone, ring },
) => {
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) });
  const factor = await draftFactor(tx, user, { method, phone: phone ?? null });
  await tx.em.nativeUpdate(TwoFactorChallenge, { user: user.id, purpose: 'SETUP', endedAt: null }, { endedAt: tx.now });
  const challenge = await makeChallenge(tx, user, {
    purpose: 'SETUP',
    sessionId: tx.actor.sessionId,
    methods: [method],
  });
  const seed = method === 'TOTP' ? await makeSeed(tx, factor, ring) : null;
  if (isSent(method)) await sendCode(tx, { user, challenge, method });
  tx.record({ action: 'TWO_FACTOR_BEGUN', targetType: 'auth', targetId: user.id, payload: { method } });
  return { seed, email: user.email, expiresAt: challenge.expiresAt };
};

async function draftFactor(
  { em }: Tx<'em'>,
  user: User,
  { method, phone }: { method: TwoFactorMethod; phone: string | null },
): Promise<TwoFactor> {
  const known = await em.findOne(TwoFactor, { user: user.id, method });
  if (known !== null && known.confirmedAt !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'enable' });
  const factor = known ?? em.create(TwoFactor, { id: newId(), user, method });
  factor.phone = phone;
  return factor;
}
