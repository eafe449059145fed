/** Measures and colours of printed documents. Points, from the top left corner of an A4 page. */
import { A4 } from '../../adapters/pdf/port.ts';
import type { TextStyle } from '../../adapters/pdf/port.ts';

export const MARGIN = 50;
export const LEFT = MARGIN;
export const RIGHT = A4.width - MARGIN;
export const WIDTH = RIGHT - LEFT;
/** Where the text of a page ends; the footer is below, in the margin. */
export const BOTTOM = A4.height - MARGIN - 22;
export const FOOT_BASELINE = A4.height - MARGIN;

export const colours = {
  ink: '#1a2530',
  muted: '#5c6873',
  accent: '#17505e',
  hairline: '#cfd6dc',
  panel: '#f3f6f7',
  paid: '#1d6b45',
  watermark: '#e6ebee',
  white: '#ffffff',
} as const;

const style = (font: TextStyle['font'], size: number, colour: string): TextStyle => ({ font, size, colour });

export const styles = {
  title: { ...style('semibold', 22, colours.accent), spacing: 0.8 },
  number: style('semibold', 11, colours.ink),
  seller: style('semibold', 14, colours.ink),
  label: style('semibold', 8.5, colours.accent),
  strong: style('semibold', 10, colours.ink),
  body: style('regular', 9.5, colours.ink),
  quiet: style('regular', 9, colours.muted),
  column: style('semibold', 8.5, colours.accent),
  due: style('semibold', 12, colours.white),
  paid: style('semibold', 10, colours.paid),
  watermark: style('semibold', 96, colours.watermark),
  legal: style('regular', 7.5, colours.muted),
} as const satisfies Record<string, TextStyle>;

/** From one baseline to the next. */
export const leading = ({ size }: TextStyle): number => Math.round(size * 1.38 * 4) / 4;
