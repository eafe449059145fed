import type { KitPlaces } from './kit/bundle.ts';
import type { Vault } from './vault.ts';

declare module '../platform/context.ts' {
  interface AppContext {
    /** Seals and opens files. */
    readonly vault: Vault;
    /** Seals the keys of the installation to its emergency kit. */
    readonly emergencyKit: KitPlaces;
  }
}
