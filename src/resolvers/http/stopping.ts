import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';

/** Seconds after which another server, or this one once started again, answers. */
const restartSeconds = 5;

/** What a server that stops answers to whoever comes now. */
export const stoppingRefusal = (): DomainError => new DomainError('UNAVAILABLE', { retryAfter: restartSeconds });

/** How often connections that have become idle are closed, and how long bytes that have arrived may wait to be read, in milliseconds. */
const sweepMs = 50;

/**
 * From the moment it begins to stop, the server refuses requests in our own form. A connection that was busy then would be
 * kept alive once idle: its last answer says that it is closed, because a client that used it once more would lose its request.
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
    // What has arrived and was not read yet looks idle: it is read, and answered 503, before idle connections are cut.
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
