import { z } from 'zod';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { Config } from '../../platform/config.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import type { bookingConfirmationRequested } from '../events.ts';

/**
 * A cancellation or a move that waits for the link in a mail. It is held by the link itself: what is asked for, until when, and of which
 * state of the booking, signed with a key that only this server has. Nothing is stored, and a booking that has changed since voids it.
 */
export type AskedChange = Omit<z.infer<typeof bookingConfirmationRequested.payload>, 'artisanId'>;

const written = z.tuple([
  z.uuid(),
  z.enum(['CANCEL', 'MOVE']),
  z.iso.datetime().nullable(),
  z.int(),
  z.int(),
  z.iso.datetime(),
]);

const encode = ({ bookingId, change, startsAt, sequence, manageVersion, expiresAt }: AskedChange): string =>
  Buffer.from(JSON.stringify([bookingId, change, startsAt, sequence, manageVersion, expiresAt])).toString('base64url');

const signed = (derived: DerivedSecrets, content: string): string => derived.of('booking-change', content);

export function changeToken(derived: DerivedSecrets, asked: AskedChange): string {
  const content = encode(asked);
  return `${content}.${signed(derived, content)}`;
}

/** What a token asks for; null for one that this server did not make. */
export function readChange(derived: DerivedSecrets, token: string): AskedChange | null {
  const [content = ''] = token.split('.');
  if (!safeEqual(token, `${content}.${signed(derived, content)}`)) return null;
  const [bookingId, change, startsAt, sequence, manageVersion, expiresAt] = written.parse(
    JSON.parse(Buffer.from(content, 'base64url').toString()),
  );
  return { bookingId, change, startsAt, sequence, manageVersion, expiresAt };
}

/** Where the link of the mail leads, in the front-end: a page that asks once more, since mailers follow links. */
export const changeUrl = (
  { config, derived }: { readonly config: Config; readonly derived: DerivedSecrets },
  code: string,
  asked: AskedChange,
): string => `${config.frontUrl}/rdv/${code}/confirmer?t=${changeToken(derived, asked)}`;
