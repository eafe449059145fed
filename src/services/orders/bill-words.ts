import type { Locale } from '../kernel/locale.ts';

/** What a bill says of the proofreading that is sold. */
export const billWords: Record<Locale, { sold: (service: string, title: string) => string; pages: string }> = {
  fr: { sold: (service, title) => `${service}\u00a0: «\u00a0${title}\u00a0»`, pages: 'pages' },
  en: { sold: (service, title) => `${service}: “${title}”`, pages: 'pages' },
};

/** Shortens a text to so many characters, with a mark where something was left out. */
export const cut = (text: string, length: number): string => {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
};
