import { p } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import type { PostalAddress } from '../../services/kernel/postal-address.ts';

/** Somebody without an account who pays or buys, as they were when the row was written; all null for a user. */
export const personColumns = () => ({
  personName: p.string().length(255).strictNullable().default(null),
  /** Lower case. */
  personEmail: p.string().length(255).strictNullable().default(null).index(),
  personAddress: p.json<PostalAddress>().strictNullable().default(null),
  personLocale: p.enum(locales).strictNullable().default(null),
});

/** A user or a person without an account, never both and never neither. `userColumn`: of the user's id. */
export const oneOfBoth = (userColumn: string) => ({
  expression: `(${userColumn} is null) <> (person_email is null)`,
});
