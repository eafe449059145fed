import type { FastifyRequest } from 'fastify';
import { preferredLocale } from '../../services/kernel/locale.ts';
import { cleanText } from '../../services/kernel/text.ts';
import type { Caller } from '../graphql/needs.ts';

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
