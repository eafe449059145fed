import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLocale } from '../../services/kernel/locale.ts';
import { subscriberOf } from '../../services/kernel/network.ts';
import type { GraphQLParts } from '../graphql/parts.ts';
import { sendReady } from './cacheable-answer.ts';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';

/** Asked for by GET, without any token. */
export const isOfEverybody = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && headers.authorization === undefined;

export interface Keeping {
  /** Kept, and still what would be answered. */
  readonly answer: KeptAnswer | undefined;
  keep(answer: KeptAnswer): void;
}

/** What is kept for such a request, under the number that the content has now; undefined where nothing may be. */
export async function keepingOf(
  kept: KeptAnswers | undefined,
  request: FastifyRequest,
  type: string,
): Promise<Keeping | undefined> {
  if (kept === undefined || !isOfEverybody(request)) return undefined;
  // A database that does not answer says so to the operation itself.
  const revision = await kept.revision().catch(() => undefined);
  if (revision === undefined) return undefined;
  const key = `${type} ${preferredLocale(request.headers['accept-language'])} ${request.url}`;
  return { answer: kept.find(key, revision), keep: (answer) => kept.keep(key, revision, answer) };
}

/** Counts as the operation that it saves. */
export async function sendKept(
  { limits, metrics }: Pick<GraphQLParts, 'limits' | 'metrics'>,
  request: FastifyRequest,
  { reply, answer }: { readonly reply: FastifyReply; readonly answer: KeptAnswer },
): Promise<FastifyReply> {
  const { rootFields } = answer;
  const taken = limits.take('graphql/address', subscriberOf(request.ip), rootFields.length);
  if (taken !== undefined) await taken;
  metrics.operations.inc({ operation: rootFields[0] ?? '', outcome: 'ok' });
  request.operation = rootFields[0] ?? '';
  return sendReady(request, reply, answer);
}
