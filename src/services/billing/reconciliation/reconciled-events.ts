import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { capabilityOf, providersAble, type EventSubject, type ProviderEvent } from '../../adapters/payments/port.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import { storeEvent } from '../receive-webhook.ts';
import { defineKind, type Difference, type KindContext } from './kind.ts';

const hourMs = 3_600_000;
/** An event of the last minutes may still be on its way. */
const onItsWayMs = 10 * 60_000;

interface EventHour {
  readonly place: string;
  readonly provider: string;
  readonly from: Date;
  readonly until: Date;
}

/** The provider's own list of events, hour by hour, against the inbox. A lost one is stored, and its job processes it. */
export const reconciledEvents = defineKind<EventHour>({
  name: 'EVENT',
  async page({ payments, now }, { since, until, after, limit }) {
    const end = Math.min(until.getTime(), now.getTime() - onItsWayMs);
    const providers = providersAble(payments, 'eventHistory').map(({ provider }) => provider);
    return hoursOf(since.getTime(), end)
      .flatMap(([from, to]) =>
        providers.map((provider) => ({
          place: `${new Date(from).toISOString()} ${provider}`,
          provider,
          from: new Date(from),
          until: new Date(to),
        })),
      )
      .sort((one, other) => (one.place < other.place ? -1 : 1))
      .filter(({ place }) => place > after)
      .slice(0, limit);
  },
  async compare(ctx, hour) {
    const [theirs, ours] = [await listed(ctx, hour), await stored(ctx, hour)];
    const here = new Map(ours.map((row) => [row.id, row]));
    const there = new Set(theirs.map(({ id }) => id));
    const lost = theirs.filter(({ id }) => !here.has(id));
    const foreign = ours.filter(({ id, payload }) => !there.has(id) && isActedUpon(payload));
    return [
      ...lost.map(({ id, type }) => difference('MISSING_HERE', hour, { id, theirs: type })),
      ...foreign.map(({ id, type, paymentId }) => difference('MISSING_THERE', hour, { id, ours: type, paymentId })),
    ];
  },
  async mend(ctx, hour, differences) {
    const lost = new Set(differences.filter(({ type }) => type === 'MISSING_HERE').map(({ about }) => about));
    for (const event of await listed(ctx, hour)) if (lost.has(event.id)) await receive(ctx, hour.provider, event);
  },
});

/** Whole hours, so that an hour is the same one in every report; the last may be shorter. */
function hoursOf(since: number, end: number): [number, number][] {
  const hours: [number, number][] = [];
  for (let from = Math.floor(since / hourMs) * hourMs; from < end; from += hourMs)
    hours.push([from, Math.min(from + hourMs, Math.floor(end / 1_000) * 1_000)]);
  return hours.filter(([from, until]) => from < until);
}

const listed = async ({ payments }: KindContext, { provider, from, until }: EventHour) =>
  (await capabilityOf(payments, provider, 'eventHistory')?.listEvents({ from, until })) ?? [];

const stored = ({ db }: KindContext, { provider, from, until }: EventHour) =>
  db
    .selectFrom('webhook_event')
    .select(['id', 'type', 'payload', 'payment_id as paymentId'])
    .where('provider', '=', provider)
    .where('occurred_at', '>=', from)
    .where('occurred_at', '<', until)
    .execute();

const isActedUpon = (payload: unknown): boolean => jsonFrom<EventSubject>(payload).kind !== 'IGNORED';

type About = Partial<Pick<Difference, 'ours' | 'theirs' | 'paymentId'>> & { readonly id: string };

const difference = (
  type: 'MISSING_HERE' | 'MISSING_THERE',
  { provider }: EventHour,
  { id, ours = null, theirs = null, paymentId = null }: About,
): Difference => ({ type, provider, about: id, paymentId, ours, theirs });

async function receive({ run }: KindContext, provider: string, event: ProviderEvent): Promise<void> {
  try {
    await run(storeEvent, { provider, event });
  } catch (error) {
    // It came by itself meanwhile.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
}
