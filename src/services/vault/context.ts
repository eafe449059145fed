import type { Vault } from './vault.ts';

declare module '../platform/context.ts' {
  interface AppContext {
    /** Seals and opens files. */
    readonly vault: Vault;
  }
}
