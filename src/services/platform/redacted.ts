/** Keys whose values are never logged, at any depth. */
const secretKeys: ReadonlySet<string> = new Set([
  'authorization',
  'password',
  'token',
  'secret',
  'code',
  'email',
  'cookie',
  'refreshToken',
  'accessToken',
  'passwordHash',
]);

/** For pino: the bindings of child loggers pass through serializers only. */
export const secretSerializers = Object.fromEntries([...secretKeys].map((key) => [key, () => censored]));

/** Nothing below this depth is examined or logged. */
const deepest = 6;
const censored = '[redacted]';

type Details = Record<string, unknown>;

function isPlain(value: unknown): value is Details {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * The same details without secrets: copied only where there is one. Errors and other classes are left to their
 * serializers. (pino's own redaction reads its list of paths again for every line, which costs six times as much.)
 */
export function redacted(details: Details, depth = 1): Details {
  let copy: Details | undefined;
  for (const key of Object.keys(details)) {
    const value = details[key];
    const payload = secretKeys.has(key) && value !== undefined ? censored : withoutSecrets(value, depth);
    if (payload !== value) (copy ??= { ...details })[key] = payload;
  }
  return copy ?? details;
}

function withoutSecrets(value: unknown, depth: number): unknown {
  const isList = Array.isArray(value);
  if (!isList && !isPlain(value)) return value;
  if (depth === deepest) return censored;
  return isList ? value.map((part) => withoutSecrets(part, depth + 1)) : redacted(value, depth + 1);
}
