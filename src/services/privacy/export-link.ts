import type { DerivedSecrets } from '../platform/derived-secrets.ts';
import type { Config } from '../platform/config.ts';

/** The secret of the link is made again when it is shown; only its fingerprint is stored. */
export const exportSecret = (derived: DerivedSecrets, exportId: string): string => derived.of('data-export', exportId);

export const exportUrl = ({ config, derived }: { config: Config; derived: DerivedSecrets }, exportId: string): string =>
  `${config.publicUrl}/privacy/exports/${exportId}?token=${exportSecret(derived, exportId)}`;
