import { extname } from 'node:path';
import type { Piscina } from 'piscina';
import type { PictureTask } from './flat-png-thread.ts';
import { flatPng, type Picture } from './flat-png.ts';
import { pngHeader } from './png-parts.ts';

/** What takes a few milliseconds is not worth a thread. */
const fewPixels = 200_000;
/** A thread that was idle for this long ends. */
const idleMs = 10_000;
const longestMs = 10_000;
const mostMegabytes = 256;

const program = new URL(`./flat-png-thread${extname(import.meta.url)}`, import.meta.url);

let pool: Promise<Piscina<PictureTask, Picture>> | undefined;

async function openPool(): Promise<Piscina<PictureTask, Picture>> {
  const { Piscina } = await import('piscina');
  const resourceLimits = { maxOldGenerationSizeMb: mostMegabytes };
  return new Piscina({ filename: program.href, minThreads: 0, maxThreads: 1, idleTimeout: idleMs, resourceLimits });
}

/** As `flatPng`; a large picture is decoded beside the event loop, for ten seconds at most, so that nobody else waits for it. */
export async function flatPngAside(bytes: Buffer, most: number): Promise<Picture> {
  const { width, height } = pngHeader(bytes, most);
  if (width * height <= fewPixels) return flatPng(bytes, most);
  pool ??= openPool();
  const picture = await (await pool).run({ bytes, most }, { signal: AbortSignal.timeout(longestMs) });
  return { ...picture, bytes: Buffer.from(picture.bytes) };
}
