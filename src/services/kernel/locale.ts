/** The languages of the application. French is the default; English is the second locale. */
export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A text in every language. */
export type LocalizedText = Readonly<Record<Locale, string>>;

/** The best of our locales for an `Accept-Language` header; French when nothing matches. */
export function preferredLocale(header: string | undefined): Locale {
  if (header === undefined) return 'fr';
  const ranked = header
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=');
      return { tag: tag.slice(0, 2).toLowerCase(), weight: q === undefined ? 1 : Number(q) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  const best = ranked.find(({ tag }) => (locales as readonly string[]).includes(tag));
  return (best?.tag as Locale | undefined) ?? 'fr';
}
