import { imageSize } from 'image-size';
import { DomainError } from '../../kernel/errors.ts';

const mostPixels = 50_000_000;

/** Refuses an image that would unfold to more than 50 million pixels. Reads its header only, never decodes. */
export function checkPixels(head: Buffer): void {
  const { width, height } = measured(head);
  if (width * height > mostPixels) throw new DomainError('FILE_TYPE_REFUSED', { reason: 'pixels', most: mostPixels });
}

function measured(head: Buffer): { width: number; height: number } {
  try {
    return imageSize(head);
  } catch (error) {
    throw new DomainError('FILE_TYPE_REFUSED', { reason: 'content' }, { cause: error });
  }
}
