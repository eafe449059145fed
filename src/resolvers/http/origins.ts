import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../../services/platform/config.ts';

export type OriginConfig = Pick<Config, 'isProduction' | 'CORS_ORIGINS'>;

/** While one develops, the front-end is on this machine, on whatever port its tool has chosen. */
const developmentOrigin = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

/** The origins whose pages may read our responses, for the CORS headers; undefined when there are none. */
export function corsOrigins({ isProduction, CORS_ORIGINS }: OriginConfig): (string | RegExp)[] | undefined {
  if (!isProduction) return [...CORS_ORIGINS, developmentOrigin];
  return CORS_ORIGINS.length > 0 ? [...CORS_ORIGINS] : undefined;
}

/**
 * A browser sends the origin of its page, and a page cannot change it: our own pages and the configured front-ends are
 * allowed. A program sends no origin. `Host` must have been checked before.
 */
export function isKnownOrigin(
  { origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  config: OriginConfig,
): boolean {
  if (origin === undefined || config.CORS_ORIGINS.includes(origin)) return true;
  if (!config.isProduction && developmentOrigin.test(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
