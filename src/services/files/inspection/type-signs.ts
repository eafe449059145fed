import type { FileKind } from '../../../entities/files/stored-file.entity.ts';
import { ArchiveInspector, type Container } from './archive.ts';
import type { Inspector } from './inspected.ts';

export interface FileType {
  readonly extension: string;
  readonly mimeType: string;
  readonly kind: FileKind;
  /** Do the first bytes (up to 64 KiB) look like it? */
  readonly begins: (head: Buffer) => boolean;
  /** Looks at the rest of it, as it passes. */
  readonly inspector?: () => Inspector;
}

export const startsWith =
  (...bytes: number[]) =>
  (head: Buffer): boolean =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));
export const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);

/** What begins like a web page is one: browsers judge by the same first bytes (WHATWG, MIME Sniffing, section 7.1). */
const webPage = /^\s*<(!doctype|html|script|svg|iframe|body)\b/;

const utf8Mark = startsWith(0xef, 0xbb, 0xbf);
const hasWideMark = (head: Buffer): boolean =>
  startsWith(0xff, 0xfe)(head) || startsWith(0xfe, 0xff)(head) || startsWith(0, 0, 0xfe, 0xff)(head);
/** What comes after a byte order mark and white space, as lower-case Latin text. */
export const beginning = (head: Buffer, bytes = 4096): string =>
  head
    .subarray(utf8Mark(head) ? 3 : 0)
    .subarray(0, bytes)
    .toString('latin1')
    .replace(/^[\0\s]+/, '')
    .toLowerCase();

/** Plain text: a byte order mark says so, or there is no NUL; and no web page in disguise. */
export const isText = (head: Buffer): boolean =>
  hasWideMark(head) || (!head.includes(0) && !webPage.test(beginning(head)));

export const archive = (container: Container): Pick<FileType, 'begins' | 'inspector'> => ({
  begins: isZip,
  inspector: () => new ArchiveInspector(container),
});

/** OpenDocument and EPUB name themselves in an entry of their own. */
export const namedAs = (mimeType: string, required: string): Container => ({
  entry: 'mimetype',
  isMeant: (says, names) =>
    says
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim() === mimeType && names.includes(required),
});
