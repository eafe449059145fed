import type { ProofMethod, ProofPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { Operation } from '../../platform/context.ts';
import { meansOf } from '../reauthentication/authenticators.ts';
import { methodsFor } from '../reauthentication/reauthentication.policy.ts';

/** By what the one who asks may prove that it is them, the safest first. */
export const myProofMethods: Operation<
  'db' | 'actor' | 'sso',
  { readonly purpose: ProofPurpose },
  readonly ProofMethod[]
> = async ({ db, actor, sso }, { purpose }) =>
  methodsFor(purpose, await meansOf(db, { userId: personOf(actor), offered: sso.providers }));
