import { z } from 'zod';
import { keyProviders } from '../../kernel/key-providers.ts';
import type { EventType } from '../../platform/context.ts';

/** What happens to master keys, as the other modules learn it. */

const event = <S extends z.ZodRawShape>(name: string, shape: S) =>
  ({ name, payload: z.object(shape) }) satisfies EventType<z.infer<z.ZodObject<S>>>;

/** Every data key is wrapped by this master key now. */
export const keyRotated = event('key.rotated', { keyId: z.string(), rewrapped: z.int() });
/** The service that keeps a master key does not answer. */
export const keyUnavailable = event('key.unavailable', { keyId: z.string(), provider: z.enum(keyProviders) });
