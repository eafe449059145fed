import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';

/** Seconds after which another server, or this one after its restart, is available. */
const restartSeconds = 5;

/** The error for requests to a server that is stopping. */
export const stoppingRefusal = (): DomainError => new DomainError('UNAVAILABLE', { retryAfter: restartSeconds });

/** How often connections that have become idle are closed, and how long bytes that have arrived may wait to be read, in milliseconds. */
const sweepMs = 50;

/**
 * Once it begins to stop, the server refuses requests in the common format. A busy connection would be kept alive once
 * idle: its last response closes it, because a client that reused it would lose its request.
 */
export function refuseWhileStopping(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('onRequest', (_request, _reply, next) => next(isStopping ? stoppingRefusal() : undefined));
  app.addHook('onSend', (...[, reply, , next]) => {
    if (isStopping) void reply.header('connection', 'close');
    next();
  });
  app.addHook('preClose', (done) => {
    isStopping = true;
    // A request that has arrived and was not read yet looks idle: it is read, and answered 503, before idle connections
    // are cut.
    setTimeout(
      () =>
        setImmediate(() => {
          const sweep = setInterval(() => app.server.closeIdleConnections(), sweepMs);
          app.server.once('close', () => clearInterval(sweep));
          done();
        }),
      sweepMs,
    );
  });
}
