/** The media types of GraphQL over HTTP. Source: https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types */
export type MediaType = 'application/json' | 'application/graphql-response+json';

interface Range {
  readonly type: string;
  readonly quality: number;
}

const offers: Readonly<Record<string, MediaType>> = {
  'application/json': 'application/json',
  'application/graphql-response+json': 'application/graphql-response+json',
  'application/*': 'application/json',
  '*/*': 'application/json',
};

/** The best of our media types for an `Accept` header; `application/json` when there is none; undefined when none will do. */
export function acceptedType(header: string | undefined): MediaType | undefined {
  if (header === undefined || header === '' || header === '*/*') return 'application/json';
  const exact = offers[header];
  if (exact) return exact;
  const ranges = header.split(',').map(readRange);
  const refused = new Set(ranges.filter(({ quality }) => quality === 0).map(({ type }) => type));
  const wanted = ranges
    .filter(({ type, quality }) => quality > 0 && Object.hasOwn(offers, type) && !refused.has(offers[type] as string))
    .sort((a, b) => b.quality - a.quality);
  return wanted[0] && offers[wanted[0].type];
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

/** The media type of a request's body. */
export type BodyKind = 'json' | 'multipart' | 'unsupported';

/** JSON in UTF-8 (also the meaning of an absent charset), or a multipart form with files. */
export function bodyKind(contentType: string | undefined): BodyKind {
  if (contentType === 'application/json') return 'json';
  const [type = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type === 'multipart/form-data') return 'multipart';
  return type === 'application/json' && parameters.every(isUtf8) ? 'json' : 'unsupported';
}

const isUtf8 = (parameter: string): boolean =>
  !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter);
