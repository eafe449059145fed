import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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
    };

/** `file:/folder` or `s3://bucket/prefix?endpoint=…&region=…`; undefined for any other text. */
export function placeFrom(text: string): Place | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol === 'file:' && url.host === '') return { kind: 'FOLDER', folder: resolve(fileURLToPath(url)) };
  return url.protocol === 's3:' ? bucketFrom(url) : undefined;
}

const known = new Set(['endpoint', 'region']);

function bucketFrom({ host: bucket, pathname, searchParams }: URL): Place | undefined {
  const folder = pathname.replace(/^\/+|\/+$/g, '');
  const endpoint = searchParams.get('endpoint') ?? undefined;
  const isKnown = [...searchParams.keys()].every((name) => known.has(name));
  const isEndpoint = endpoint === undefined || /^https?:\/\/[^/@]+\/?$/.test(endpoint);
  if (!isKnown || !isEndpoint || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) return undefined;
  const region = searchParams.get('region') ?? undefined;
  return { kind: 'S3', bucket, prefix: folder === '' ? '' : `${folder}/`, endpoint, region };
}

/** How a place is written: without passwords, the same for the same place. */
export function addressOf(place: Place): string {
  if (place.kind === 'FOLDER') return pathToFileURL(place.folder).href.replace('file:///', 'file:/');
  const { bucket, prefix, endpoint, region } = place;
  const given = Object.entries({ endpoint, region }).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  const folder = prefix === '' ? '' : `/${prefix.slice(0, -1)}`;
  return `s3://${bucket}${folder}${given.length > 0 ? `?${given.join('&')}` : ''}`;
}
