import type { FastifyRequest } from 'fastify';
import { preferredLocale } from '../../services/kernel/locale.ts';
import type { Actor } from '../../services/access/actor.ts';
import { DomainError, type ErrorCode } from '../../services/kernel/errors.ts';
import type { Caller, GraphQLParts } from '../graphql/parts.ts';
import { cleanText } from '../../services/kernel/text.ts';

const maxAgentLength = 200;

/** What is known of a request before its token is read. */
export const callerOf = ({ ip, headers }: FastifyRequest): Caller => ({
  locale: preferredLocale(headers['accept-language']),
  address: ip,
  // Node reads headers as Latin-1: bytes from 0x80 to 0x9f are controls.
  agent: headers['user-agent'] === undefined ? null : cleanText(headers['user-agent']).slice(0, maxAgentLength),
});

/** The access token of an `Authorization: Bearer` header. Cookies are never read. */
export const bearerOf = (header: string | undefined): string | undefined => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];

/**
 * Why a token is refused: it is not ours, or has expired or been revoked; or too many invalid ones came from this
 * address.
 */
const tokenRefusals: readonly ErrorCode[] = ['UNAUTHENTICATED', 'RATE_LIMITED'];

export interface AskingCaller {
  readonly actor: Actor;
  /** Why the token of the request was refused. */
  readonly refusedToken?: DomainError;
}

/** The actor of a request. With a refused token, anonymous: the operation decides whether that is enough. */
export async function callerWith(
  authenticate: GraphQLParts['authenticate'],
  token: string | undefined,
  caller: Caller,
): Promise<AskingCaller> {
  try {
    return { actor: (await authenticate(token, caller)).actor };
  } catch (error) {
    if (!(error instanceof DomainError) || !tokenRefusals.includes(error.code)) throw error;
    return { actor: (await authenticate(undefined, caller)).actor, refusedToken: error };
  }
}
