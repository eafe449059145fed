import type { Stripe } from 'stripe';
import type { EventHistoryPort, ProviderEvent } from '../port.ts';
import { providerEventOf } from './stripe-events.ts';
import { asking } from './stripe-failure.ts';

/**
 * Stripe's own list of the last thirty days. An endpoint is sent only the kinds that it asked for: those that are not acted
 * upon are left out, so that they are not missed here.
 */
export const stripeEventHistory = (stripe: Stripe): EventHistoryPort => ({
  async listEvents({ from, until }) {
    const events: ProviderEvent[] = [];
    await asking(async () => {
      const created = { gte: secondsOf(from), lt: secondsOf(until) };
      for await (const event of stripe.events.list({ created, limit: 100 })) {
        const found = providerEventOf(event);
        if (found.subject.kind !== 'IGNORED') events.push(found);
      }
    });
    return events;
  },
});

const secondsOf = (instant: Date): number => Math.floor(instant.getTime() / 1_000);
