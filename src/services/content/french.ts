/**
 * Sets a French text written on a plain keyboard: curly apostrophes, narrow no-break space (U+202F) before ; ! ? and
 * within numbers, no-break space (U+00A0) before a colon, inside guillemets and before the euro sign and the per cent.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export const french = (text: string): string =>
  text
    .replaceAll("'", '’')
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ :/g, '\u00a0:')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u202f')
    .replace(/(\d) (?=[€%])/g, '$1\u00a0')
    .replace(/\b(n°|articles?|L\.|p\.) (?=[A-Z\d])/g, '$1\u00a0');
