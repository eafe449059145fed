/** Comma-separated values (RFC 4180) that a spreadsheet opens as text and numbers, never as formulas. */

const number = /^-?\d+(\.\d+)?$/;
/** What makes a spreadsheet compute, also in full width, behind quotes or spaces. */
const formula = /^["'\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** One cell. Text that would be a formula begins with an apostrophe (OWASP); numbers stay numbers. */
export function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const harmless = !number.test(text) && (formula.test(text) || /^[\t\r\n]/.test(text)) ? `'${text}` : text;
  return /[",\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** How every CSV that we make is declared. */
export const csvMimeType = 'text/csv; charset=utf-8';

/**
 * The first line of every CSV file. The byte order mark before it marks the text as UTF-8 for spreadsheets; without it
 * they guess.
 */
export const csvHead = (titles: readonly string[]): string => `\ufeff${csvLine(titles)}`;
