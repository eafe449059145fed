/** After a quote, on pages of their own: the terms of sale that it is sent with. So the PDF alone says all that is agreed to. */
import type { TextStyle } from '../../adapters/pdf/port.ts';
import type { Flow } from '../../platform/print/flow.ts';
import { paragraphsOf, type Paragraph } from '../../platform/print/paragraphs.ts';
import { LEFT, leading, styles, WIDTH } from '../../platform/print/style.ts';
import { wrap } from '../../platform/print/text-block.ts';

/** As they were recorded when the quote was sent. */
export interface PrintedTerms {
  readonly title: string;
  /** Sanitised HTML. */
  readonly content: string;
  /** « version 3 », in the language of the document. */
  readonly version: string;
}

const GAP = 4;
const INDENT = 12;

const shapes: Readonly<Record<Paragraph['kind'], { readonly style: TextStyle; readonly x: number }>> = {
  HEADING: { style: styles.strong, x: LEFT },
  TEXT: { style: styles.quiet, x: LEFT },
  ITEM: { style: styles.quiet, x: LEFT + INDENT },
};

export function termsPages(flow: Flow, { title, content, version }: PrintedTerms): void {
  flow.breakPage();
  pour(flow, `${title}, ${version}`, { style: styles.seller, x: LEFT });
  for (const { kind, text } of paragraphsOf(content)) {
    const shape = shapes[kind];
    // A heading stays with what it is over.
    if (kind === 'HEADING' && flow.space < 4 * leading(shape.style)) flow.breakPage();
    pour(flow, kind === 'ITEM' ? `• ${text}` : text, shape);
  }
}

function pour(flow: Flow, text: string, { style, x }: { readonly style: TextStyle; readonly x: number }): void {
  flow.pour(wrap(text, WIDTH - (x - LEFT), { measure: flow.measure, style }), x, style);
  flow.y += GAP;
}
