import { z } from 'zod';
import { wallClock } from '../../kernel/clock.ts';
import { SsoFailure, type ProvenPerson, type SsoProvider } from './port.ts';

const word = z.string().trim().min(1).max(200);

/** Names are a courtesy: one that is not a name is none. */
const courtesy = word.nullable().catch(null);

const shape = z.object({
  iss: z.string().min(1).max(255),
  sub: z.string().min(1).max(255),
  email: z.email().max(255).toLowerCase().nullable().catch(null),
  email_verified: z.unknown().optional(),
  xms_edov: z.unknown().optional(),
  given_name: courtesy,
  family_name: courtesy,
  name: courtesy,
  auth_time: z.number().nonnegative().nullable().catch(null),
});

const isYes = (claim: unknown): boolean => claim === true || claim === 1 || claim === 'true' || claim === '1';

/**
 * Whether the provider has verified the address. An administrator of any Microsoft tenant may write any address into
 * `email`: there, only `xms_edov` (the domain’s owner is verified, an optional claim of the application) counts, and an
 * `email_verified` of false still means no.
 */
const isChecked = (provider: SsoProvider, claims: z.infer<typeof shape>): boolean =>
  provider === 'GOOGLE'
    ? isYes(claims.email_verified)
    : isYes(claims.xms_edov) && (claims.email_verified === undefined || isYes(claims.email_verified));

/** Reads the claims of a token that was verified, at this instant. */
export function personOfClaims(provider: SsoProvider, claims: unknown, now = wallClock.now()): ProvenPerson {
  const parsed = shape.safeParse(claims);
  if (!parsed.success) throw new SsoFailure('REFUSED', 'CLAIMS', { cause: parsed.error });
  const {
    iss,
    sub,
    email,
    given_name: givenName,
    family_name: familyName,
    name: fullName,
    auth_time: signedInAt,
  } = parsed.data;
  const signedInAgo = signedInAt === null ? null : Math.max(0, Math.floor(now.getTime() / 1000 - signedInAt));
  return {
    issuer: iss,
    subject: sub,
    email,
    isEmailVerified: email !== null && isChecked(provider, parsed.data),
    givenName,
    familyName,
    fullName,
    signedInAgo,
  };
}
