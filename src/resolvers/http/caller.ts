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

/** What makes a token worth nothing: it is none of ours, or no longer good; or too many bad ones came from this address. */
const tokenRefusals: readonly ErrorCode[] = ['UNAUTHENTICATED', 'RATE_LIMITED'];

export interface AskingCaller {
  readonly actor: Actor;
  /** Why the token that was sent along is worth nothing. */
  readonly refusedToken?: DomainError;
}

/** Who asks. With a token that is worth nothing, nobody: whether that will do depends on what is asked. */
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
