// The rows of one new order, as the product writes them: the order, its event and jobs, its live event, its audit
// entry.
import { createHash, createHmac, randomUUIDv7 } from 'node:crypto';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The jobs that the product queues for `order.created`; read from its list by the bench. */
export function newOrderRows(item, input, { customerId, address, key, jobKinds, instant }) {
  if (!item) throw new Error('unknown price item');
  const now = new Date();
  const at = instant(now);
  const [id, eventId, requestId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
  const payload = JSON.stringify({ orderId: id, customerId });
  const total = item.unit === 'PACK' ? Number(item.price_cents) : Number(item.price_cents) * input.declaredPages;
  const stream = `orderUpdated:${id}`;
  return {
    answer: { id, status: 'PENDING', total: { amount: total, currency: item.currency } },
    order: [id, at, customerId, input.title, item.id, item.name, input.declaredPages ?? null, total, item.currency, at],
    event: [eventId, 'order.created', payload, requestId, at],
    jobs: jobKinds.map((kind) => [randomUUIDv7(), kind, payload, eventId, at, requestId, at]),
    stream: [stream],
    live: [stream, JSON.stringify({ orderId: id }), at],
    liveOfAll: (seq) => [Number(seq), JSON.stringify({ orderId: id }), at],
    auditEntry(head) {
      const seq = Number(head.seq);
      const figures = JSON.stringify({ amount: total, currency: item.currency, priceItemId: item.id });
      const entry = {
        action: 'COMMAND_CREATED',
        actorId: customerId,
        actorKind: 'PERSON',
        address,
        at: now.getTime(),
        keyEpoch: 0,
        outcome: 'SUCCESS',
        payload: figures,
        requestId,
        seq,
        severity: 'LOW',
        targetId: id,
        targetType: 'command',
      };
      const place = Buffer.alloc(8);
      place.writeBigUInt64BE(BigInt(seq));
      const row = createHash('sha256').update(JSON.stringify(entry)).digest();
      const mac = createHmac('sha256', key)
        .update('AUD1')
        .update(place)
        .update(Buffer.from(head.mac, 'hex'))
        .update(row)
        .digest('hex');
      return { mac, entry: [seq, at, customerId, id, address, requestId, figures, head.mac, mac] };
    },
  };
}

/** The rules of the input, as the product's input class has them. */
export function isValid({ priceItemId, title, declaredPages }) {
  return (
    typeof priceItemId === 'string' &&
    uuid.test(priceItemId) &&
    typeof title === 'string' &&
    title.trim() !== '' &&
    title.length <= 255 &&
    (declaredPages === undefined || (Number.isInteger(declaredPages) && declaredPages > 0))
  );
}
