import { registerEnumType } from 'type-graphql';

/** Upper case in the API, lower case (ISO 639) everywhere else. */
export const LocaleEnum = { FR: 'fr', EN: 'en' } as const;
registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'A language of the application.',
});
