import type { FlowSecrets } from '../../adapters/sso/port.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

/**
 * The secrets of one trip, made again from its state under a key that only the house has: the database keeps a
 * fingerprint of the state and nothing else.
 */
export const tripSecrets = (derived: DerivedSecrets, state: string): FlowSecrets => ({
  state,
  nonce: derived.of('oauth-nonce', state),
  verifier: derived.of('oauth-verifier', state),
});

/** The token of the mail that proves an address, made again from the flow’s id when the mail leaves. */
export const mailedProof = (derived: DerivedSecrets, flowId: string): string => derived.of('identity-proof', flowId);
