import { AtelierError } from './errors.ts';

/**
 * An idempotency key for the `key` of an input: `createOrder`, `sendMessage`, `createCheckoutSession` and the like.
 * Create it when the person decides, and send the same one until there is a response: the server carries it out once.
 */
export function idempotencyKey(): string {
  // Not randomUUID: pages that are not served by HTTPS do not have it.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const pausesMs = [300, 1_500];

const hasKey = (variables: unknown): boolean => {
  const input = (variables as { input?: { key?: unknown } } | null | undefined)?.input;
  return typeof input?.key === 'string' && input.key !== '';
};

/** Repeats a request without a response, if its key makes repeating safe. */
export async function againByKey<R>(variables: unknown, send: () => Promise<R>): Promise<R> {
  for (const pause of hasKey(variables) ? pausesMs : []) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof AtelierError) || error.code !== 'UNREACHABLE') throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return send();
}
