import type { IdentityProvider } from '../../../entities/identity/identity.entity.ts';
import type { ProofMethod, ProofPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { Operation, UseCase } from '../../platform/scope.ts';
import { meansOf } from '../proof-means.ts';
import { methodsFor } from '../proof.policy.ts';

/** By what the one who asks may prove that it is them, the safest first. */
export const myProofMethods: Operation<'run' | 'sso', { readonly purpose: ProofPurpose }, readonly ProofMethod[]> = ({ run, sso }, { purpose }) =>
  run(methodsOfMine, { purpose, offered: sso.providers });

const methodsOfMine: UseCase<'em' | 'actor', { purpose: ProofPurpose; offered: readonly IdentityProvider[] }, readonly ProofMethod[]> = async ({ em, actor }, { purpose, offered }) => {
  const user = await em.findOneOrFail(User, { id: personOf(actor) });
  return methodsFor(purpose, await meansOf({ em }, user, offered));
};
