import type { IdentityProvider } from '../../../entities/identity/identity.entity.ts';
import { SsoFailure } from '../../adapters/sso/port.ts';
import { DomainError, type ErrorCode } from '../../kernel/errors.ts';
import type { Operation, AppContext } from '../../platform/context.ts';

/** What people call them. */
export const providerNames: Readonly<Record<IdentityProvider, string>> = { GOOGLE: 'Google', MICROSOFT: 'Microsoft' };

/** Where a provider sends the browser back to; written into the provider’s settings, too. */
export const returnAddress = (
  { publicUrl }: Pick<AppContext['config'], 'publicUrl'>,
  provider: IdentityProvider,
): string => `${publicUrl}/auth/callback/${provider.toLowerCase()}`;

/** The providers that people may sign in with here. */
export const listOauthProviders: Operation<'sso', void, readonly IdentityProvider[]> = async ({ sso }) => sso.providers;

const codes = {
  UNKNOWN: 'SSO_NOT_OFFERED',
  UNREACHABLE: 'SSO_UNAVAILABLE',
  REFUSED: 'SSO_REFUSED',
} as const satisfies Record<SsoFailure['kind'], ErrorCode>;

/** A failure of the port, as we refuse it; other errors pass through. */
export const refusalOf = (error: unknown): unknown =>
  error instanceof SsoFailure ? new DomainError(codes[error.kind], {}, { cause: error }) : error;
