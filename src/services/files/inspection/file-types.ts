import type { FileKind } from '../../../entities/files/stored-file.entity.ts';
import { DomainError } from '../../kernel/errors.ts';

/** What a file claims to be, by its name and by the sender's word. */
export interface Claim {
  readonly name: string;
  readonly declaredType: string;
}

export interface FileType {
  readonly extension: string;
  readonly mimeType: string;
  readonly kind: FileKind;
  /** Other types that browsers declare for it. */
  readonly aliases: readonly string[];
  /** Do the first bytes (up to 64 KiB) look like it? */
  readonly begins: (head: Buffer) => boolean;
  /** For archives: the entry that makes it what it claims to be. */
  readonly container?: { readonly entry: string };
}

const startsWith = (...bytes: number[]) => (head: Buffer): boolean => head.subarray(0, bytes.length).equals(Buffer.from(bytes));
const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);
const text = (head: Buffer): string => head.subarray(0, 4096).toString('latin1').toLowerCase();
const activeContent = /<(!doctype|html|script|svg|iframe|body)\b/;

/** Plain text: no NUL, and not a web page in disguise. */
const isText = (head: Buffer): boolean => !head.includes(0) && !activeContent.test(text(head));
/** A PDF begins at its first byte and hides no page before its first objects: polyglots do. */
const isPdf = (head: Buffer): boolean => head.subarray(0, 5).toString('latin1') === '%PDF-' && !activeContent.test(text(head));
const isWebp = (head: Buffer): boolean => head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP';
/** OpenDocument and EPUB name themselves in their first entry, stored and not compressed. */
const namesItself = (mimeType: string) => (head: Buffer): boolean => isZip(head) && head.subarray(30, 38).toString('latin1') === 'mimetype' && head.subarray(38, 38 + mimeType.length).toString('latin1') === mimeType;

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const odt = 'application/vnd.oasis.opendocument.text';
const epub = 'application/epub+zip';

const types: readonly FileType[] = [
  { extension: 'pdf', mimeType: 'application/pdf', kind: 'DOCUMENT', aliases: [], begins: isPdf },
  { extension: 'docx', mimeType: docx, kind: 'DOCUMENT', aliases: ['application/zip'], begins: isZip, container: { entry: 'word/document.xml' } },
  { extension: 'odt', mimeType: odt, kind: 'DOCUMENT', aliases: ['application/zip'], begins: namesItself(odt), container: { entry: 'content.xml' } },
  { extension: 'epub', mimeType: epub, kind: 'DOCUMENT', aliases: ['application/zip'], begins: namesItself(epub), container: { entry: 'META-INF/container.xml' } },
  { extension: 'txt', mimeType: 'text/plain', kind: 'DOCUMENT', aliases: [], begins: isText },
  { extension: 'md', mimeType: 'text/markdown', kind: 'DOCUMENT', aliases: ['text/plain', 'text/x-markdown'], begins: isText },
  { extension: 'rtf', mimeType: 'application/rtf', kind: 'DOCUMENT', aliases: ['text/rtf', 'application/x-rtf'], begins: (head) => head.subarray(0, 5).toString('latin1') === '{\\rtf' },
  { extension: 'png', mimeType: 'image/png', kind: 'IMAGE', aliases: [], begins: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { extension: 'jpg', mimeType: 'image/jpeg', kind: 'IMAGE', aliases: ['image/jpg'], begins: startsWith(0xff, 0xd8, 0xff) },
  { extension: 'jpeg', mimeType: 'image/jpeg', kind: 'IMAGE', aliases: ['image/jpg'], begins: startsWith(0xff, 0xd8, 0xff) },
  { extension: 'webp', mimeType: 'image/webp', kind: 'IMAGE', aliases: [], begins: isWebp },
];

/** What senders declare when they do not know. */
const unknownTypes = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** What a field takes that takes these kinds. */
export const acceptedExtensions = (kinds: readonly FileKind[]): readonly string[] => types.filter(({ kind }) => kinds.includes(kind)).map(({ extension }) => extension);

const refused = (reason: string): DomainError => new DomainError('FILE_TYPE_REFUSED', { reason });

/** The type that a name and a declaration agree on, among the kinds accepted here; `FILE_TYPE_REFUSED` otherwise. */
export function claimedType({ name, declaredType }: Claim, kinds: readonly FileKind[]): FileType {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const type = types.find((one) => one.extension === extension);
  if (type === undefined || !kinds.includes(type.kind)) throw refused('extension');
  if (!agrees(type, declaredType)) throw refused('declared-type');
  return type;
}

function agrees(type: FileType, declaredType: string): boolean {
  const declared = declaredType.replace(/;.*$/s, '').trim().toLowerCase();
  return unknownTypes.has(declared) || declared === type.mimeType || type.aliases.includes(declared);
}

/** Refuses first bytes that are not what the type begins with. */
export function checkHead(type: FileType, head: Buffer): void {
  if (!type.begins(head)) throw refused('content');
}
