import type { SigningKeys } from '../../platform/signing-keys.ts';

declare module '../../platform/context.ts' {
  interface AppContext {
    /** Signs certificates of destruction. */
    readonly certificateKeys: SigningKeys;
  }
}
