import type { FileKind } from '../../../entities/files/stored-file.entity.ts';
import { attachmentTypes } from './attachment-types.ts';
import { cabinetTypes } from './cabinet-types.ts';
import { isWordDocument } from './content-types.ts';
import { HeaderPixels, JpegPixels } from './pixels.ts';
import { refused } from './refused.ts';
import { archive, beginning, isText, namedAs, startsWith, type FileType } from './type-signs.ts';

export type { FileType };

/** What a file claims to be, by its name and by the sender's word. */
export interface Claim {
  readonly name: string;
  readonly declaredType: string;
}

const activeContent = /<(!doctype|html|script|svg|iframe|body)\b/;
/** A PDF has at most a mark and white space before its header, and hides no page before its first object: polyglots do. */
const isPdf = (head: Buffer): boolean => {
  const text = beginning(head);
  return text.startsWith('%pdf-') && !activeContent.test(text.replace(/\d+\s+\d+\s+obj\b[^]*$/, ''));
};
const isRtf = (head: Buffer): boolean => beginning(head, 64).startsWith('{\\rtf');
const isWebp = (head: Buffer): boolean =>
  head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP';

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
  ...cabinetTypes,
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

/** What a field takes: these kinds of files, and the attachments of messages that are named beside them. */
export interface Accepted {
  readonly kinds: readonly FileKind[];
  readonly attachments?: readonly string[];
}

const typesOf = ({ kinds, attachments = [] }: Accepted): readonly FileType[] => [
  ...types.filter(({ kind }) => kinds.includes(kind)),
  ...attachmentTypes.filter(({ extension }) => attachments.includes(extension)),
];

/** The endings of the names that a field takes. */
export const acceptedExtensions = (accepted: Accepted): readonly string[] =>
  typesOf(accepted).map(({ extension }) => extension);

/** The type that a name claims, among those accepted here; `FILE_TYPE_REFUSED` for others and for what is declared to be dangerous. */
export function claimedType({ name, declaredType }: Claim, accepted: Accepted): FileType {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const type = typesOf(accepted).find((one) => one.extension === extension);
  if (type === undefined) throw refused('extension');
  const declared = declaredType.replace(/;.*$/s, '').trim().toLowerCase();
  if (declared !== type.mimeType && dangerous.test(declared)) throw refused('declared-type');
  return type;
}

/** Refuses first bytes that are not what the type begins with. */
export function checkHead(type: FileType, head: Buffer): void {
  if (head.length === 0) throw refused('empty');
  if (!type.begins(head)) throw refused('content');
}
