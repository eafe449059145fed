import type { FileKind } from '../../../entities/files/stored-file.entity.ts';
import { ArchiveInspector, type Container } from './archive.ts';
import { isWordDocument } from './content-types.ts';
import type { Inspector } from './inspected.ts';
import { HeaderPixels, JpegPixels } from './pixels.ts';
import { refused } from './refused.ts';

/** What a file claims to be, by its name and by the sender's word. */
export interface Claim {
  readonly name: string;
  readonly declaredType: string;
}

export interface FileType {
  readonly extension: string;
  readonly mimeType: string;
  readonly kind: FileKind;
  /** Do the first bytes (up to 64 KiB) look like it? */
  readonly begins: (head: Buffer) => boolean;
  /** Looks at the rest of it, as it passes. */
  readonly inspector?: () => Inspector;
}

const startsWith =
  (...bytes: number[]) =>
  (head: Buffer): boolean =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));
const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);

/** What begins like a web page is one: browsers judge by the same first bytes (WHATWG, MIME Sniffing, section 7.1). */
const webPage = /^\s*<(!doctype|html|script|svg|iframe|body)\b/;
const activeContent = /<(!doctype|html|script|svg|iframe|body)\b/;

const utf8Mark = startsWith(0xef, 0xbb, 0xbf);
const hasWideMark = (head: Buffer): boolean =>
  startsWith(0xff, 0xfe)(head) || startsWith(0xfe, 0xff)(head) || startsWith(0, 0, 0xfe, 0xff)(head);
/** What comes after a byte order mark and white space, as lower-case Latin text. */
const beginning = (head: Buffer, bytes = 4096): string =>
  head
    .subarray(utf8Mark(head) ? 3 : 0)
    .subarray(0, bytes)
    .toString('latin1')
    .replace(/^[\0\s]+/, '')
    .toLowerCase();

/** Plain text: a byte order mark says so, or there is no NUL; and no web page in disguise. */
const isText = (head: Buffer): boolean => hasWideMark(head) || (!head.includes(0) && !webPage.test(beginning(head)));
/** A PDF has at most a mark and white space before its header, and hides no page before its first object: polyglots do. */
const isPdf = (head: Buffer): boolean => {
  const text = beginning(head);
  return text.startsWith('%pdf-') && !activeContent.test(text.replace(/\d+\s+\d+\s+obj\b[^]*$/, ''));
};
const isRtf = (head: Buffer): boolean => beginning(head, 64).startsWith('{\\rtf');
const isWebp = (head: Buffer): boolean =>
  head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP';

const archive = (container: Container): Pick<FileType, 'begins' | 'inspector'> => ({
  begins: isZip,
  inspector: () => new ArchiveInspector(container),
});

/** OpenDocument and EPUB name themselves in an entry of their own. */
const namedAs = (mimeType: string, required: string): Container => ({
  entry: 'mimetype',
  isMeant: (says, names) =>
    says
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim() === mimeType && names.includes(required),
});

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const odt = 'application/vnd.oasis.opendocument.text';
const epub = 'application/epub+zip';
const headerPixels = () => new HeaderPixels();
const jpeg = {
  mimeType: 'image/jpeg',
  kind: 'IMAGE',
  begins: startsWith(0xff, 0xd8, 0xff),
  inspector: () => new JpegPixels(),
} as const;

const types: readonly FileType[] = [
  { extension: 'pdf', mimeType: 'application/pdf', kind: 'DOCUMENT', begins: isPdf },
  {
    extension: 'docx',
    mimeType: docx,
    kind: 'DOCUMENT',
    ...archive({ entry: '[Content_Types].xml', isMeant: isWordDocument }),
  },
  { extension: 'odt', mimeType: odt, kind: 'DOCUMENT', ...archive(namedAs(odt, 'content.xml')) },
  { extension: 'epub', mimeType: epub, kind: 'DOCUMENT', ...archive(namedAs(epub, 'META-INF/container.xml')) },
  { extension: 'txt', mimeType: 'text/plain', kind: 'DOCUMENT', begins: isText },
  { extension: 'md', mimeType: 'text/markdown', kind: 'DOCUMENT', begins: isText },
  { extension: 'rtf', mimeType: 'application/rtf', kind: 'DOCUMENT', begins: isRtf },
  {
    extension: 'png',
    mimeType: 'image/png',
    kind: 'IMAGE',
    begins: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    inspector: headerPixels,
  },
  { extension: 'jpg', ...jpeg },
  { extension: 'jpeg', ...jpeg },
  { extension: 'webp', mimeType: 'image/webp', kind: 'IMAGE', begins: isWebp, inspector: headerPixels },
];

/**
 * Declarations that refuse a file: web pages, scripts, programs, macros. Any other is only what the sender's system calls it
 * (Windows calls RTF a Word document, a script calls everything a ZIP): name and content decide.
 */
const dangerous = new RegExp(
  [
    '(html|xhtml|svg|javascript|ecmascript|jscript|vbscript|livescript)',
    'macroenabled',
    'x-(msdownload|msdos-program|dosexec|executable|pie-executable|sharedlib|elf|mach-binary|sh|csh|bat|msi|ms-installer|ms-shortcut|ms-application|httpd-php|php|shockwave-flash|apple-diskimage|java-.*)\\b',
    'portable-executable',
    'java-archive',
    'android\\.package-archive',
    '/hta$',
    '/wasm$',
    '^multipart/',
    '^message/',
  ].join('|'),
);

/** What a field takes that takes these kinds. */
export const acceptedExtensions = (kinds: readonly FileKind[]): readonly string[] =>
  types.filter(({ kind }) => kinds.includes(kind)).map(({ extension }) => extension);

/** The type that a name claims, among the kinds accepted here; `FILE_TYPE_REFUSED` for others and for what is declared to be dangerous. */
export function claimedType({ name, declaredType }: Claim, kinds: readonly FileKind[]): FileType {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const type = types.find((one) => one.extension === extension);
  if (type === undefined || !kinds.includes(type.kind)) throw refused('extension');
  if (dangerous.test(declaredType.replace(/;.*$/s, '').trim().toLowerCase())) throw refused('declared-type');
  return type;
}

/** Refuses first bytes that are not what the type begins with. */
export function checkHead(type: FileType, head: Buffer): void {
  if (head.length === 0) throw refused('empty');
  if (!type.begins(head)) throw refused('content');
}
