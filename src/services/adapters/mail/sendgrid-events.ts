/**
 * SendGrid's event webhook. `X-Twilio-Email-Event-Webhook-Signature` is the base64 ECDSA signature (P-256, SHA-256, DER) of the
 * `…-Timestamp` header followed by the bytes of the body; the public key is base64 SubjectPublicKeyInfo, as its settings show it.
 */
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { MailEvent, MailEventKind, MailEventRequest, MailEvents } from './port.ts';

/** SendGrid has no window of its own: what was recorded may be played again for ever without one. */
const toleranceMs = 10 * 60_000;

const kinds = new Map<string, MailEventKind>([
  ['deferred', 'DEFERRED'],
  ['delivered', 'DELIVERED'],
  ['dropped', 'DROPPED'],
  ['bounce', 'BOUNCED'],
  ['blocked', 'BLOCKED'],
  ['spamreport', 'COMPLAINED'],
  ['unsubscribe', 'UNSUBSCRIBED'],
  ['group_unsubscribe', 'UNSUBSCRIBED'],
]);

const shape = z.object({
  event: z.string(),
  sg_event_id: z.string().min(1).max(120),
  timestamp: z.number().int().positive(),
  delivery_id: z.string(),
  type: z.string().optional(),
  reason: z.string().optional(),
  response: z.string().optional(),
});

export const sendgridEvents = (publicKey: string): MailEvents => {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return {
    read({ body, signature = '', timestamp = '', now }: MailEventRequest) {
      const at = Number(timestamp) * 1_000;
      if (!(Math.abs(now.getTime() - at) <= toleranceMs)) return null;
      const signed = Buffer.concat([Buffer.from(timestamp), body]);
      return verify('sha256', signed, key, Buffer.from(signature, 'base64')) ? eventsIn(body) : null;
    },
  };
};

/** Those of our mails that say something; of others, and of what only counts clicks, nothing is kept. */
function eventsIn(body: Buffer): { known: MailEvent[]; unknown: number } {
  const listed: unknown = jsonOf(body);
  const all: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const known = all.flatMap((each): MailEvent[] => {
    const event = shape.safeParse(each).data;
    const kind = event === undefined ? undefined : kindOf(event);
    if (event === undefined || kind === undefined) return [];
    return [
      {
        id: event.sg_event_id,
        kind,
        deliveryId: event.delivery_id,
        at: new Date(event.timestamp * 1_000),
        reason: event.reason ?? event.response ?? null,
      },
    ];
  });
  return { known, unknown: all.length - known.length };
}

/** A bounce of the type `blocked` is of the mail or the hour, and not of the address. */
const kindOf = ({ event, type }: z.infer<typeof shape>): MailEventKind | undefined =>
  event === 'bounce' && type === 'blocked' ? 'BLOCKED' : kinds.get(event);

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
