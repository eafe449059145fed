import { imageSize } from 'image-size';
import type { Inspector } from './inspected.ts';
import { JpegSizeFinder, type ImageSize } from './jpeg-size.ts';
import { refused } from './refused.ts';

const mostPixels = 50_000_000;

/** PNG and WebP say their size within their first 40 bytes. */
const headerBytes = 64;

/** Refuses an image that would unfold to more than 50 million pixels, by its header; pixels are never decoded. */
function checkPixels({ width, height }: ImageSize): void {
  if (width * height > mostPixels) throw refused('pixels', { most: mostPixels });
  if (width * height === 0) throw refused('content');
}

/** For formats whose size stands at the beginning. */
export class HeaderPixels implements Inspector {
  #header = Buffer.alloc(0);
  #isJudged = false;

  see(bytes: Buffer): void {
    if (this.#isJudged) return;
    this.#header = Buffer.concat([this.#header, bytes.subarray(0, headerBytes - this.#header.length)]);
    if (this.#header.length === headerBytes) this.#judge();
  }

  end(): void {
    if (!this.#isJudged) this.#judge();
  }

  #judge(): void {
    this.#isJudged = true;
    checkPixels(measured(this.#header));
  }
}

function measured(header: Buffer): ImageSize {
  try {
    return imageSize(header);
  } catch (error) {
    throw refused('content', {}, error);
  }
}

/** For JPEG, whose size may stand after megabytes of colour profiles, thumbnails and editing notes. */
export class JpegPixels implements Inspector {
  readonly #finder = new JpegSizeFinder();

  see(bytes: Buffer): void {
    const size = this.#finder.see(bytes);
    if (size !== undefined) checkPixels(size);
  }

  end(): void {
    if (!this.#finder.isFound) throw refused('content');
  }
}
