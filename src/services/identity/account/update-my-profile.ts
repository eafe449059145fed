import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from './account.ts';
import { sessionsChanged } from '../events.ts';
import { chooseForMessages, type Preferences } from './preferences.ts';

/** What changes of a profile; what is absent stays, `null` empties what may be empty. */
export interface ProfileChange {
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly bio?: string | null | undefined;
  readonly locale?: Locale | null | undefined;
  readonly preferences?: Partial<Preferences> | null | undefined;
}

const neverEmpty = ['firstName', 'lastName', 'locale'] as const;

/** Changes a person's own profile. The audit log records which fields changed, never their values. */
export const updateMyProfile: UseCase<'em' | 'actor' | 'record' | 'publish', ProfileChange, Account> = async (
  { em, actor, record, publish },
  { preferences, ...change },
) => {
  for (const field of neverEmpty) if (change[field] === null) throw fieldError(`input.${field}`, 'required');
  const user = await em.findOneOrFail(User, { id: personOf(actor) });
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  Object.assign(user, given);
  if (preferences) {
    const { agendaByEmail, ...messages } = preferences;
    if (agendaByEmail !== undefined && agendaByEmail !== null) user.preferences = { agendaByEmail };
    await chooseForMessages({ em }, user.id, messages);
  }
  record({
    action: 'USER_UPDATED',
    targetType: 'user',
    targetId: user.id,
    payload: { fields: [...Object.keys(given), ...(preferences ? ['preferences'] : [])] },
  });
  // Sessions remember the language of their person.
  publish(sessionsChanged, user.id, { userId: user.id });
  return accountOf(user);
};
