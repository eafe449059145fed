/** The pages being filled, from top to bottom. */
import type { Mark, PdfSheet, TextStyle } from '../../adapters/pdf/port.ts';
import type { Block } from './text-block.ts';
import { BOTTOM, leading, MARGIN } from './style.ts';

export class Flow {
  readonly pages: Mark[][] = [[]];
  readonly measure: PdfSheet['measure'];
  readonly #heading: Block;
  /** Top of the free space on the current page. */
  y = MARGIN;

  /** `heading` is repeated at the top of every page but the first. */
  constructor(measure: PdfSheet['measure'], heading: Block) {
    this.measure = measure;
    this.#heading = heading;
  }

  get space(): number {
    return BOTTOM - this.y;
  }

  /** Space below the heading of a new page. */
  get freshSpace(): number {
    return BOTTOM - MARGIN - this.#heading.height;
  }

  mark(...marks: readonly Mark[]): void {
    this.pages.at(-1)?.push(...marks);
  }

  breakPage(): void {
    this.pages.push([...this.#heading.draw(MARGIN)]);
    this.y = MARGIN + this.#heading.height;
  }

  /** Draws a block that must not be cut, on the next page when it does not fit here. */
  place(block: Block): void {
    if (block.height > this.space) this.breakPage();
    this.mark(...block.draw(this.y));
    this.y += block.height;
  }

  /** Draws lines one by one; they may continue on the next pages. */
  pour(lines: readonly string[], x: number, style: TextStyle): void {
    for (const text of lines) {
      if (leading(style) > this.space) this.breakPage();
      this.mark({ kind: 'text', text, x, y: this.y + leading(style) * 0.73, style });
      this.y += leading(style);
    }
  }
}
