import { newId } from '../kernel/ids.ts';
import type { Locale } from '../kernel/locale.ts';
import type { DataSubject } from '../platform/personal-data.ts';

/** Somebody of whom the application knows an address and no account. Nothing else has the id: only the address finds anything. */
export const addressSubject = ({
  email,
  locale,
}: {
  readonly email: string;
  readonly locale: Locale;
}): DataSubject => ({ userId: newId(), role: 'CUSTOMER', email, locale });
