import { DomainError } from '../kernel/errors.ts';
import type { EventKey } from './claim-event.ts';

/** An event as the API calls it: two providers may use the same id. */
export const eventNameOf = ({ provider, id }: EventKey): string => `${provider}:${id}`;

export function eventKeyOf(name: string): EventKey {
  const at = name.indexOf(':');
  if (at < 1) throw new DomainError('NOT_FOUND');
  return { provider: name.slice(0, at), id: name.slice(at + 1) };
}
