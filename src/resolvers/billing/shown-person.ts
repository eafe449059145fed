import type { PersonWithoutAccount } from '../../services/kernel/payer.ts';

/** Of somebody who was erased there is no address any more. */
export type ShownPerson = Omit<PersonWithoutAccount, 'email'> & { readonly email: string | null };

export const shownPerson = (person: PersonWithoutAccount | undefined): ShownPerson | null =>
  person === undefined ? null : { ...person, email: person.email === '' ? null : person.email };
