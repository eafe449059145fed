/** Who holds a master key: this installation, or a key service. */
export const keyProviders = ['LOCAL', 'AWS_KMS', 'AZURE_KEY_VAULT'] as const;
export type KeyProvider = (typeof keyProviders)[number];
