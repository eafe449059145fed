import type { Passkey } from '../../../entities/identity/passkey.entity.ts';
import type { KnownPasskey } from '../../adapters/passkeys/port.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Db } from '../../platform/context.ts';

/** A passkey as its person sees it. */
export interface MyPasskey {
  readonly id: string;
  readonly name: string;
  readonly isSynced: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export const myPasskeyOf = ({ id, name, isSynced, createdAt, lastUsedAt }: Passkey): MyPasskey => ({
  id,
  name,
  isSynced,
  createdAt,
  lastUsedAt,
});

export const transportsOf = (text: string): string[] => text.split(',').filter(Boolean);

/** What a browser needs to know of a person’s passkeys. */
export async function passkeysOf(db: Db, userId: string): Promise<KnownPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['credential_id', 'transports'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ credentialId: row.credential_id, transports: transportsOf(row.transports) }));
}

/** How a mail calls it. */
export const passkeyText = (name: string, locale: Locale): string =>
  locale === 'fr' ? `clé d’accès «\u00a0${name}\u00a0»` : `passkey “${name}”`;
