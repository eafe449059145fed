import { User } from '../../entities/identity/user.entity.ts';
import { normalEmail } from '../identity/index.ts';
import type { Locale } from '../kernel/locale.ts';
import { isUser, type Payer } from '../kernel/payer.ts';
import type { Tx } from '../platform/context.ts';
import { requireBillingProfile } from './buyer.ts';

interface Contact {
  /** Null for a person without an account. */
  readonly user: User | null;
  readonly email: string;
  readonly locale: Locale;
}

/** Where the payment page writes to and in which language. Refuses a business that could not be invoiced. */
export async function contactOf(tx: Tx<'em'>, payer: Payer): Promise<Contact> {
  if (!isUser(payer)) return { user: null, email: normalEmail(payer.email), locale: payer.locale };
  const user = await tx.em.findOneOrFail(User, { id: payer.userId });
  await requireBillingProfile(tx, user.id);
  return { user, email: user.email, locale: user.locale };
}
