import { attachmentExtensions } from '../../kernel/attachment-extensions.ts';
import { cabinetTypes } from './cabinet-types.ts';
import { startsWith, type FileType } from './type-signs.ts';

const isAvi = (head: Buffer): boolean =>
  head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'AVI ';

const others: readonly FileType[] = [
  { extension: 'avi', mimeType: 'video/x-msvideo', kind: 'VIDEO', begins: isAvi },
  {
    ...{ extension: 'rar', mimeType: 'application/vnd.rar', kind: 'ARCHIVE' },
    begins: startsWith(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07),
  },
];

/** They are stored as they are and never unfolded: who receives one does that. */
export const attachmentTypes: readonly FileType[] = [...cabinetTypes, ...others]
  .filter(({ extension }) => (attachmentExtensions as readonly string[]).includes(extension))
  .map(({ extension, mimeType, kind, begins }) => ({ extension, mimeType, kind, begins }));
