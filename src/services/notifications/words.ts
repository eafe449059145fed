import type { Locale } from '../kernel/locale.ts';

/** The text of a notification; one per kind, in the domain that notifies, French first. */
export type NotificationWords<Facts extends object> = Readonly<
  Record<Locale, (facts: Facts) => { readonly title: string; readonly message: string }>
>;
