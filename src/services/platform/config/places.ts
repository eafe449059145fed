import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Where bytes are stored: a folder of this machine, or a bucket of S3 or of a store that speaks like it. */
export type Place =
  | { readonly kind: 'FOLDER'; readonly folder: string }
  | {
      readonly kind: 'S3';
      readonly bucket: string;
      /** Ends with a slash; empty for the whole bucket. */
      readonly prefix: string;
      readonly endpoint: string | undefined;
      readonly region: string | undefined;
      /** Of a target of backups: what is in it is locked by the store itself. */
      readonly lock?: 'GOVERNANCE' | 'COMPLIANCE';
    };

/** `file:/folder` or `s3://bucket/prefix?endpoint=…&region=…`; undefined for any other text. */
export function placeFrom(text: string): Place | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol === 'file:' && url.host === '') return { kind: 'FOLDER', folder: resolve(fileURLToPath(url)) };
  return url.protocol === 's3:' ? bucketFrom(url) : undefined;
}

const locks = { governance: 'GOVERNANCE', compliance: 'COMPLIANCE' } as const;

/** What the part behind the question mark says; undefined when any of it is not known, or wrong. */
const asked = z.strictObject({
  endpoint: z
    .string()
    .regex(/^https?:\/\/[^/@]+\/?$/)
    .optional(),
  region: z.string().optional(),
  lock: z
    .enum(['governance', 'compliance'])
    .transform((mode) => locks[mode])
    .optional(),
});

function bucketFrom({ host: bucket, pathname, searchParams }: URL): Place | undefined {
  const folder = pathname.replace(/^\/+|\/+$/g, '');
  const read = asked.safeParse(Object.fromEntries(searchParams));
  if (!read.success || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) return undefined;
  const { endpoint, region, lock } = read.data;
  return { kind: 'S3', bucket, prefix: folder === '' ? '' : `${folder}/`, endpoint, region, ...(lock && { lock }) };
}

/** Is it a place for files? They are no copies, and are deleted when their time is over: nothing may lock them. */
export function isPlaceOfFiles(text: string): boolean {
  const place = placeFrom(text);
  return place !== undefined && (place.kind === 'FOLDER' || place.lock === undefined);
}

/** How a place is written: without passwords, the same for the same place, whether it is locked or not. */
export function addressOf(place: Place): string {
  if (place.kind === 'FOLDER') return pathToFileURL(place.folder).href.replace('file:///', 'file:/');
  const { bucket, prefix, endpoint, region } = place;
  const given = Object.entries({ endpoint, region }).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  const folder = prefix === '' ? '' : `/${prefix.slice(0, -1)}`;
  return `s3://${bucket}${folder}${given.length > 0 ? `?${given.join('&')}` : ''}`;
}
