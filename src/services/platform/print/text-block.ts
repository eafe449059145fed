/** Fits text into a width: lines broken at spaces, within a word only when a word is wider than the line. */
import type { Mark, PdfSheet, TextStyle } from '../../adapters/pdf/port.ts';
import { leading } from './style.ts';

type Measure = PdfSheet['measure'];

/** Drawings that belong together, with the height they need. `draw` draws them with their top at `y`. */
export interface Block {
  readonly height: number;
  readonly draw: (y: number) => readonly Mark[];
}

/** Only ordinary spaces break: no-break spaces hold amounts and dates together. */
export function wrap(text: string, width: number, fit: { measure: Measure; style: TextStyle }): string[] {
  return text
    .toWellFormed()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((paragraph) => wrapParagraph(paragraph, width, fit));
}

function wrapParagraph(
  text: string,
  width: number,
  { measure, style }: { measure: Measure; style: TextStyle },
): string[] {
  const space = measure(' ', style);
  // With its space, as it will be drawn: the font then shapes each word once.
  const widthOf = (word: string): number => measure(`${word} `, style) - space;
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(/[ \t]+/).flatMap((whole) => pieces(whole, width, widthOf))) {
    const needed = widthOf(word);
    if (line !== '' && taken + space + needed > width) {
      lines.push(line);
      line = '';
    }
    taken = line === '' ? needed : taken + space + needed;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/**
 * Cuts a word that is wider than the line. Adds up single characters: measuring every prefix of 10 KB would be
 * quadratic.
 */
function pieces(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (word.length <= 500 && widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let taken = 0;
  for (const character of word) {
    const advance = widthOf(character);
    if (part !== '' && taken + advance > width) {
      parts.push(part);
      part = '';
      taken = 0;
    }
    part += character;
    taken += advance;
  }
  return [...parts, part];
}

/** The first lines of a text, an ellipsis for the rest: for places that must not grow without end. */
export function clipped(lines: readonly string[], most: number): string[] {
  return lines.length <= most
    ? [...lines]
    : [
        ...lines.slice(0, most - 1),
        `${(lines[most - 1] ?? '')
          .slice(0, -1)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`,
      ];
}

export interface Line {
  readonly text: string;
  readonly style: TextStyle;
  /** Space left below. */
  readonly after?: number;
}

/** Lines under one another from the top `y`. */
export function stacked(lines: readonly Line[], x: number): Block {
  const height = lines.reduce((sum, { style, after = 0 }) => sum + leading(style) + after, 0);
  const draw = (y: number): Mark[] => {
    let bottom = y;
    return lines.map(({ text, style, after = 0 }) => {
      const mark: Mark = { kind: 'text', text, x, y: bottom + leading(style) * 0.73, style };
      bottom += leading(style) + after;
      return mark;
    });
  };
  return { height, draw };
}

const SMALLEST = 5;

/**
 * One line that ends at `right`, scaled down when it is wider than `space`, and cut only when it would be too small to
 * read.
 */
export function endingAt(
  right: number,
  y: number,
  { text, style, space, measure }: { text: string; style: TextStyle; space: number; measure: Measure },
): Mark {
  const width = measure(text, style);
  if (width <= space) return { kind: 'text', text, x: right - width, y, style };
  const scale = Math.max(space / width, SMALLEST / style.size);
  const smaller = {
    ...style,
    size: style.size * scale,
    ...(style.spacing === undefined ? {} : { spacing: style.spacing * scale }),
  };
  const isWhole = scale > SMALLEST / style.size;
  const [kept = ''] = isWhole ? [text] : clipped(wrap(text, space, { measure, style: smaller }), 1);
  return { kind: 'text', text: kept, x: right - measure(kept, smaller), y, style: smaller };
}
