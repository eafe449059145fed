import type { Logger } from '../logger.ts';

/**
 * A rejected promise that nothing waited for is logged and ends nothing: Node would end the process, and with it the
 * work of everybody else. graphql-js abandons such promises when one item of a list fails at once and another later.
 */
export function logUnhandledRejections(log: Pick<Logger, 'error'>): void {
  process.on('unhandledRejection', (error) => log.error({ error }, 'a rejection that nothing waited for'));
}
