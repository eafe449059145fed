/**
 * Implements the port with pdfkit 0.20. PDF/A-3b requires of it: a version above 1.3 (or no XMP is written), our own
 * embedded fonts (its default is not embedded), values without `&` and `<` (its XMP does not escape), no transparency,
 * a given date.
 */
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { loadFaces, printable, runsOf } from './fonts.ts';
import type { Face } from './face.ts';
import type { Faces, Run } from './fonts.ts';
import type { ImageMark, Mark, PdfAttachment, PdfSettings, PdfSheet, RuleMark, TextMark, TextStyle } from './port.ts';

type Document = PDFKit.PDFDocument;

/** Reads the fonts once, for all documents. */
export function sheetsOfPdfkit(): (settings: PdfSettings) => PdfSheet {
  const faces = loadFaces();
  return (settings) => new PdfkitSheet(settings, faces);
}

/**
 * A title or a name without the characters that pdfkit's XMP does not escape. The XMP and the document information must
 * agree, hence no escaping.
 */
const forMetadata = (text: string, language: string): string =>
  printable(text)
    .replaceAll('&', language.startsWith('fr') ? 'et' : 'and')
    .replace(/[<>\ufffe\uffff]/g, ' ')
    .slice(0, 200)
    .toWellFormed();

class PdfkitSheet implements PdfSheet {
  readonly #document: Document;
  readonly #faces: Faces;
  readonly #createdAt: Date;
  readonly #registered = new Set<Face>();

  constructor({ title, author, language, createdAt }: PdfSettings, faces: Faces) {
    this.#faces = faces;
    this.#createdAt = createdAt;
    this.#document = new PDFDocument({
      subset: 'PDF/A-3b',
      pdfVersion: '1.7',
      lang: language,
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      font: '',
      info: {
        Title: forMetadata(title, language),
        Author: forMetadata(author, language),
        Creator: 'Atelier',
        Producer: 'Atelier',
        CreationDate: createdAt,
      },
    });
  }

  measure(text: string, style: TextStyle): number {
    return this.#runs(text, style).reduce((width, run) => width + this.#widthOf(run, style), 0);
  }

  async finish(pages: readonly (readonly Mark[])[], attachment?: PdfAttachment): Promise<Buffer> {
    const chunks: Buffer[] = [];
    this.#document.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = once(this.#document, 'end');
    for (const page of pages) {
      this.#document.addPage();
      for (const mark of page) this.#draw(mark);
      await setImmediate();
    }
    if (attachment !== undefined) this.#attach(attachment);
    this.#document.end();
    await ended;
    return Buffer.concat(chunks);
  }

  #runs(text: string, { font }: TextStyle): Run[] {
    return runsOf(printable(text), this.#faces[font]);
  }

  /** Selects the font of a run. pdfkit opens it once per document, under its name. */
  #select({ face }: Run, { size }: TextStyle): Document {
    if (!this.#registered.has(face)) {
      // pdfkit accepts an opened font as well as bytes (`PDFFontFactory.open`), which its types do not declare.
      this.#document.registerFont(face.name, face.open() as unknown as Uint8Array);
      this.#registered.add(face);
    }
    return this.#document.font(face.name).fontSize(size);
  }

  #widthOf(run: Run, style: TextStyle): number {
    return this.#select(run, style).widthOfString(run.text, optionsOf(run, style));
  }

  #draw(mark: Mark): void {
    if (mark.kind === 'text') this.#turned(mark, () => this.#write(mark));
    else if (mark.kind === 'rule') this.#rule(mark);
    else if (mark.kind === 'image') this.#image(mark);
    else if (mark.kind === 'box')
      this.#document.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius).fill(mark.colour);
    else this.#document.save().translate(mark.x, mark.y).path(mark.path).fill(mark.colour).restore();
  }

  #image({ bytes, x, y, width, height }: ImageMark): void {
    this.#document.image(Buffer.from(bytes), x, y, { width, height });
  }

  #rule({ x, y, width, thickness, colour }: RuleMark): void {
    this.#document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .stroke(colour);
  }

  #turned({ angle, x, y }: TextMark, write: () => void): void {
    if (angle === undefined) return write();
    this.#document.save().rotate(angle, { origin: [x, y] });
    write();
    this.#document.restore();
  }

  #write({ text, x, y, style }: TextMark): void {
    let at = x;
    for (const run of this.#runs(text, style)) {
      const options = optionsOf(run, style);
      this.#select(run, style)
        .fillColor(style.colour)
        .text(run.text, at, y, { ...options, lineBreak: false, baseline: 'alphabetic' });
      at += this.#widthOf(run, style);
    }
  }

  #attach({ content, name, mimeType, relationship, description, metadata }: PdfAttachment): void {
    // A variable, because pdfkit's types do not declare `relationship`.
    const options = {
      name,
      type: mimeType,
      relationship,
      ...(description === undefined ? {} : { description }),
      creationDate: this.#createdAt,
      modifiedDate: this.#createdAt,
    };
    this.#document.file(Buffer.from(content), options);
    if (metadata !== undefined) this.#document.appendXML(metadata);
  }
}

/**
 * With a list of features pdfkit shapes the run as one piece, which right-to-left text requires; without, word by word.
 */
const optionsOf = (run: Run, { spacing }: TextStyle): { features?: []; characterSpacing?: number } => ({
  ...(run.isRightToLeft ? { features: [] } : {}),
  ...(spacing === undefined ? {} : { characterSpacing: spacing }),
});
