import { isIP } from 'node:net';
import type { Config } from '../config.ts';

/** Does this address lead to this machine alone? */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * What a server outside production exposes to everybody who can reach it, as a warning to the operator; nothing when
 * only this machine can reach it.
 */
export function exposureWarning({
  isProduction,
  HOST,
  PORT,
  FRONT_URL,
  STRIPE_SECRET_KEY,
  SENDGRID_API_KEY,
}: Config): string[] {
  if (isProduction || isLoopback(HOST)) return [];
  const exposed = [
    ...(SENDGRID_API_KEY === undefined ? ['/mailbox      every mail, with the links that sign people in'] : []),
    ...(STRIPE_SECRET_KEY === undefined ? ['/sandbox      pays any order without money'] : []),
    '/playground   the whole API, with introspection',
    '/metrics      figures of the business, to private addresses',
    ...(FRONT_URL === undefined ? ['/reset-password and the other links of mails'] : []),
  ];
  const lines = [
    `WARNING: this is not production (NODE_ENV), and HOST=${HOST} lets other machines reach port ${PORT}.`,
    'Whoever can reach it has:',
    ...exposed.map((each) => `  ${each}`),
    'Set HOST=127.0.0.1, or NODE_ENV=production.',
  ];
  const width = Math.max(...lines.map(({ length }) => length));
  const rule = '!'.repeat(width + 4);
  return [rule, ...lines.map((line) => `! ${line.padEnd(width)} !`), rule, ''];
}
