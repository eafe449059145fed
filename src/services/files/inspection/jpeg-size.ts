import { refused } from './refused.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Marker, length, precision, height, width: what is read of a segment before the rest of it is skipped. */
const segmentStart = 9;

/** Start of frame: SOF0 to SOF15, without DHT, JPG and DAC, which stand among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers that no length follows: TEM, RST0 to RST7, SOI. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** End of image and start of scan: no frame can follow that had not to come before. */
const isTooLate = (marker: number): boolean => marker === 0xd9 || marker === 0xda;

/**
 * Finds the size of a JPEG as its bytes pass: walks from segment to segment, skips what they hold, and keeps nine bytes.
 * Source: ITU-T T.81, annex B.
 */
export class JpegSizeFinder {
  isFound = false;
  #kept = Buffer.alloc(0);
  #skip = 0;

  /** The size, once, with the piece of the file that completes it. */
  see(bytes: Buffer): ImageSize | undefined {
    let at = 0;
    while (!this.isFound && at < bytes.length) {
      const skipped = Math.min(this.#skip, bytes.length - at);
      this.#skip -= skipped;
      at += skipped;
      const taken = bytes.subarray(at, at + segmentStart - this.#kept.length);
      at += taken.length;
      this.#kept = Buffer.concat([this.#kept, taken]);
      const size = this.#read();
      if (size !== undefined) return size;
    }
    return undefined;
  }

  /** Reads the markers that are whole; what is left of them waits for the next bytes. */
  #read(): ImageSize | undefined {
    for (let kept = this.#kept; kept.length >= 2; kept = this.#kept) {
      const marker = kept.readUInt8(1);
      if (kept.readUInt8(0) !== 0xff || isTooLate(marker)) throw refused('content');
      // A second FF is a byte that fills the place before a marker.
      if (marker === 0xff) this.#drop(1);
      else if (isAlone(marker)) this.#drop(2);
      else if (kept.length < segmentStart) return undefined;
      else if (isFrame(marker)) return this.#found(kept);
      else this.#drop(2 + kept.readUInt16BE(2));
    }
    return undefined;
  }

  #found(segment: Buffer): ImageSize {
    this.isFound = true;
    return { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
  }

  #drop(count: number): void {
    this.#skip += Math.max(0, count - this.#kept.length);
    this.#kept = this.#kept.subarray(count);
  }
}
