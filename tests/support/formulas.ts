/** Texts that a spreadsheet would compute: each sign that begins a formula, as it stands, behind a quote or a space, and in full width. */
const signs = ['=', '+', '-', '@', '\t', '\r'];
const wide = ['＝', '＋', '－', '＠'];

export const formulas: readonly string[] = [
  ...signs.flatMap((sign) => [sign, `"${sign}`, `'${sign}`, ` ${sign}`]),
  ...wide,
  ...wide.map((sign) => ` ${sign}`),
].map((begin) => `${begin}cmd|' /C calc'!A0`);

/** The cells of a CSV text (RFC 4180), row by row, as a spreadsheet takes them in. */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of csv
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.join('') !== '');
}

/** Does a spreadsheet compute this? Numbers are numbers; everything else must begin with an apostrophe or a harmless letter. */
export const isComputed = (cell: string): boolean =>
  !/^-?\d+(\.\d+)?$/.test(cell) && /^["\s]*[=+\-@\t\r＝＋－＠]/.test(cell);
