import { registerEnumType } from 'type-graphql';

/** Named in capitals in the API, as ISO 639 writes them within the application. */
export const LocaleEnum = { FR: 'fr', EN: 'en' } as const;
registerEnumType(LocaleEnum, { name: 'Locale', description: 'A language people are spoken to in.' });
