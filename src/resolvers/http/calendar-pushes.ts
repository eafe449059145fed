import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { receivePushes, type CalendarPush } from '../../services/calendars/index.ts';
import { fieldError } from '../../services/kernel/errors.ts';
import type { AppContext } from '../../services/platform/context.ts';
import { encapsulate } from './encapsulate.ts';

/** What Google sends has no body; what Microsoft sends names a few changes. */
const bodyLimit = 64 * 1024;

export interface PushParts {
  /** The application as the system actor uses it, under this request's number. */
  readonly contextFor: (request: FastifyRequest) => AppContext;
}

/**
 * Where providers of calendars push to. Neither signs: the id of a channel and its token, of which we keep the fingerprint, are all that is
 * believed, and all that follows is that the calendar is read. Unknown channels are answered like known ones.
 */
export function calendarPushRoutes(app: FastifyInstance, { contextFor }: PushParts): void {
  encapsulate(app, 'calendar pushes', (instance) => {
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, parsed) =>
      parsed(null, body),
    );
    const options = { bodyLimit, config: { takes: 'own' as const } };
    instance.post('/webhooks/google-calendar', options, async (request, reply) => {
      await contextFor(request).run(receivePushes, googlePushes(request));
      return reply.header('cache-control', 'no-store').send({ received: true });
    });
    const microsoft = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const proof = (request.query as Record<string, unknown>)['validationToken'];
      if (typeof proof === 'string') return proveAddress(reply, proof);
      await contextFor(request).run(receivePushes, microsoftPushes(request.body));
      return reply.header('cache-control', 'no-store').code(202).send({ received: true });
    };
    instance.post('/webhooks/microsoft-calendar', options, microsoft);
    instance.post('/webhooks/microsoft-calendar/lifecycle', options, microsoft);
  });
}

/** `sync` says that a channel was opened: nothing has changed. */
function googlePushes({ headers }: FastifyRequest): readonly CalendarPush[] {
  const { 'x-goog-channel-id': channelId, 'x-goog-channel-token': token, 'x-goog-resource-state': state } = headers;
  if (typeof channelId !== 'string' || typeof token !== 'string' || state === 'sync') return [];
  return [{ channelId, token, isEnding: false }];
}

const longestProof = 2_000;

/** Microsoft asks each address, before it pushes there, to say a word back. */
async function proveAddress(reply: FastifyReply, proof: string): Promise<FastifyReply> {
  if (proof.length > longestProof) throw fieldError('validationToken', 'maxLength');
  return reply
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .type('text/plain; charset=utf-8')
    .send(proof);
}

const notifications = z.looseObject({
  value: z
    .array(
      z.looseObject({
        subscriptionId: z.string().max(64),
        clientState: z.string().max(255).nullish(),
        lifecycleEvent: z.string().nullish(),
      }),
    )
    .max(1_000),
});

/** Its subscription is gone, or will be: a new one is made. `missed` says only that pushes were lost. */
const ending: ReadonlySet<string> = new Set(['reauthorizationRequired', 'subscriptionRemoved']);

/** One of each subscription: however much changed, it is read once. */
function microsoftPushes(body: unknown): readonly CalendarPush[] {
  const read = notifications.safeParse(jsonOf(body));
  if (!read.success) throw fieldError('body', 'json');
  const pushes = new Map<string, CalendarPush>();
  for (const { subscriptionId: channelId, clientState, lifecycleEvent } of read.data.value) {
    const isEnding = ending.has(lifecycleEvent ?? '') || pushes.get(channelId)?.isEnding === true;
    pushes.set(channelId, { channelId, token: clientState ?? '', isEnding });
  }
  return [...pushes.values()];
}

function jsonOf(body: unknown): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}
