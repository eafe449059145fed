import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

/** An address under a key of this server: the same address has the same, and it names nobody. */
export const addressHashOf = (derived: DerivedSecrets, address: string): string =>
  derived.of('mail-address', address.trim().toLowerCase());
