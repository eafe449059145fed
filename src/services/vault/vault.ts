import type { Storage } from '../adapters/storage/port.ts';
import type { KeyRing } from './key-ring.ts';
import { ProvenEnds } from './proven-ends.ts';

/** What sealing and opening need; made once by the composition root. */
export interface Vault {
  readonly storage: Storage;
  /** The ring as it is now: a command may have added a key since the start. */
  readonly ring: () => KeyRing;
  readonly provenEnds: ProvenEnds;
  /** Looks for new keys no longer. */
  readonly close: () => void;
}

export const createVault = (storage: Storage, ring: () => KeyRing, close: () => void = () => undefined): Vault => ({
  storage,
  ring,
  provenEnds: new ProvenEnds(),
  close,
});
