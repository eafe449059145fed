import type {
  AuthenticationMethod,
  ReauthenticationPurpose,
} from '../../../entities/identity/two-factor-challenge.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { Operation } from '../../platform/context.ts';
import { authenticatorsOf } from '../reauthentication/authenticators.ts';
import { methodsFor } from '../reauthentication/reauthentication.policy.ts';

/** By what the current user may reauthenticate, the safest first. */
export const myReauthenticationMethods: Operation<
  'db' | 'actor' | 'sso',
  { readonly purpose: ReauthenticationPurpose },
  readonly AuthenticationMethod[]
> = async ({ db, actor, sso }, { purpose }) =>
  methodsFor(purpose, await authenticatorsOf(db, { userId: personOf(actor), offered: sso.providers }));
