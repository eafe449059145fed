import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { createContext } from './resolvers/context.ts';
import { createServer } from './resolvers/create-server.ts';
import { openRegistered } from './resolvers/graphql/registered/open-registered.ts';
import type { RegisteredOperations } from './resolvers/graphql/registered/registered-operations.ts';
import type { SocketLimits } from './resolvers/graphql/socket/socket-limits.ts';
import type { SocketServer } from './resolvers/graphql/socket/socket-server.ts';
import { bearerOf, callerOf, callerWith } from './resolvers/http/caller.ts';
import { certificateRoute } from './resolvers/http/certificates.ts';
import { processingRecordRoute } from './resolvers/http/processing-record.ts';
import { dataExportRoutes } from './resolvers/http/data-exports.ts';
import { downloadRoutes, type Surround } from './resolvers/http/downloads.ts';
import { developmentFrontEnd } from './resolvers/http/development-front-end.ts';
import type { LoadGuard } from './resolvers/http/load-guard.ts';
import { calendarPushRoutes } from './resolvers/http/calendar-pushes.ts';
import { calendarReturnRoutes } from './resolvers/http/calendar-return.ts';
import { oauthReturnRoutes } from './resolvers/http/oauth-return.ts';
import { sandboxPushRoutes } from './resolvers/http/sandbox-push.ts';
import { sandboxRoutes } from './resolvers/http/sandbox.ts';
import { mailEventRoutes } from './resolvers/http/mail-events.ts';
import { unsubscribeRoutes } from './resolvers/http/unsubscribe.ts';
import { smsCallbackRoutes } from './resolvers/http/sms-callbacks.ts';
import { publicKeyRoute } from './resolvers/http/public-keys.ts';
import { uploadRoutes } from './resolvers/http/tus/upload-routes.ts';
import { webhookRoutes } from './resolvers/http/webhooks.ts';
import { mailGalleryRoutes } from './resolvers/http/mail-gallery.ts';
import { mailboxRoutes } from './resolvers/http/mailbox.ts';
import { multipartReader, type UploadFloor } from './resolvers/http/multipart.ts';
import { contentRevisions } from './services/platform/public-content.ts';
import { archiveZipRoutes } from './resolvers/http/archive-zip.ts';
import { bookingFeedRoutes } from './resolvers/http/booking-feeds.ts';
import { publicFeedRoutes } from './resolvers/http/public-feeds.ts';
import { pagePreviewRoutes } from './resolvers/http/page-preview.ts';
import { providersAble } from './services/adapters/payments/port.ts';
import { sandboxPhoneOf } from './services/adapters/payments/sandbox/sandbox-push.ts';
import { sandboxCheckoutOf } from './services/adapters/payments/sandbox/sandbox.ts';
import { refusalAtRoute } from './resolvers/http/refusal-at-route.ts';
import { anonymous, system, type Actor } from './services/access/actor.ts';
import type { AppContext } from './services/platform/context.ts';

/** A server that listens. */
export interface Served {
  /** `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly http: FastifyInstance;
  readonly sockets: SocketServer;
  /** Finishes what runs, refuses what is new, closes sockets (1001). */
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** Other limits of sockets, for tests and the bench. */
  readonly socketLimits?: Partial<SocketLimits>;
  /** Another floor of speed for uploads. */
  readonly uploadFloor?: UploadFloor;
  /** Another judge of overload. */
  readonly load?: LoadGuard;
  /** Read from the configuration unless given. */
  readonly operations?: RegisteredOperations;
}

const sessionSweepMs = 1_000;

/** Opens the entry points: GraphQL over HTTP and WebSocket, files, webhooks, pages, on one port. */
export async function serve(
  app: App,
  { socketLimits, uploadFloor, load, operations }: ServeOptions = {},
): Promise<Served> {
  const { config, log, metrics, clock, live } = app;
  const server = await createServer({
    schema: await app.schema(),
    config,
    log,
    metrics,
    clock,
    live,
    limits: app.services.limits,
    operations: operations ?? openRegistered(config),
    authenticate: (token, caller) => app.sessions.holderOf(token, caller),
    createContext: (request) => createContext(app.contextFor(request), request),
    see: (asker, accessEvent) => app.watch.see({ ...asker, now: clock.now() }, accessEvent),
    health: app.health,
    contentRevision: contentRevisions(app),
    readMultipart: multipartReader(config.MAX_UPLOAD_BYTES, uploadFloor),
    addRoutes: (http) => addRoutes(http, app, uploadFloor),
    ...(socketLimits === undefined ? {} : { socketLimits }),
    ...(load === undefined ? {} : { load }),
  });
  app.health.prepare();
  const watch = setInterval(() => void closeEnded(app, server.sockets), sessionSweepMs);
  return {
    url: await server.listen(),
    http: server.app,
    sockets: server.sockets,
    stop: () => {
      clearInterval(watch);
      return server.stop();
    },
  };
}

/** Every route that is neither GraphQL nor a page of our own: files, webhooks, links. */
function addRoutes(http: FastifyInstance, app: App, floor?: UploadFloor): void {
  const askers = new WeakMap<FastifyRequest, Actor>();
  http.addHook('onError', async (request, _reply, error) => {
    const actor = askers.get(request) ?? anonymous(callerOf(request));
    for (const accessEvent of refusalAtRoute(error, request))
      app.watch.see({ actor, requestId: request.id, now: app.clock.now(), log: app.log }, accessEvent);
  });
  const surround = async (request: FastifyRequest, isOpen = false): Promise<AppContext> => {
    const { actor, refusedToken } = await callerWith(
      (token, caller) => app.sessions.holderOf(token, caller),
      bearerOf(request.headers.authorization),
      callerOf(request),
    );
    if (refusedToken !== undefined && !isOpen) throw refusedToken;
    askers.set(request, actor);
    request.userId = actor.userId;
    return app.contextFor({ actor, requestId: request.id });
  };
  downloadRoutes(http, surround);
  uploadRoutes(http, { surround, log: app.log, mostBytes: app.config.ARCHIVE_MAX_UPLOAD_BYTES, floor });
  publicKeyRoute(http, '/receipts/keys', () => app.services.uploads.signer.keys());
  publicKeyRoute(http, '/certificates/keys', () => app.services.certificateKeys.keys());
  dataExportRoutes(http, surround);
  processingRecordRoute(http, surround);
  certificateRoute(http, surround);
  publicFeedRoutes(http, surround);
  bookingFeedRoutes(http, surround);
  archiveZipRoutes(http, surround);
  pagePreviewRoutes(http, surround);
  unsubscribeRoutes(http, surround);
  // Before `/webhooks/:provider`, whose names are those of payments.
  mailEventRoutes(http, ({ id }) => app.contextFor({ actor: system, requestId: id }));
  webhookRoutes(http, {
    providers: providersAble(app.services.payments, 'events'),
    hinting: providersAble(app.services.payments, 'push'),
    contextFor: ({ id }) => app.contextFor({ actor: system, requestId: id }),
  });
  smsCallbackRoutes(http, ({ id }) => app.contextFor({ actor: system, requestId: id }));
  oauthReturnRoutes(http, surround);
  calendarReturnRoutes(http, surround);
  calendarPushRoutes(http, { contextFor: ({ id }) => app.contextFor({ actor: system, requestId: id }) });
  const checkout = sandboxCheckoutOf(app.services.payments);
  if (checkout !== undefined) sandboxRoutes(http, checkout);
  const phone = sandboxPhoneOf(app.services.payments);
  if (phone !== undefined && !app.config.isProduction) sandboxPushRoutes(http, phone);
  mailRoutes(http, app, surround);
  if (!app.config.isProduction && app.config.FRONT_URL === undefined) developmentFrontEnd(http, app.config);
}

/** The mails that nobody received, and every kind of mail with its sample. */
function mailRoutes(http: FastifyInstance, { services, config }: App, surround: Surround): void {
  const { mailbox, smsFolder: sms, mailer } = services;
  if (mailbox !== null && !config.isProduction) mailboxRoutes(http, { mailbox, sms, config });
  mailGalleryRoutes(http, { mailer, config, surround, hasMailbox: mailbox !== null && !config.isProduction });
}

/** Sockets of sessions that were ended elsewhere, or whose person has another role now, are closed within two seconds. */
async function closeEnded({ sessions, log }: App, sockets: SocketServer): Promise<void> {
  const held = new Set(sockets.sessionIds());
  if (held.size === 0) return;
  try {
    const alive = await sessions.activeAmong([...held]);
    // Sockets that were opened meanwhile were not checked.
    sockets.closeSockets(
      ({ sessionId, role }) => sessionId !== null && held.has(sessionId) && alive.get(sessionId) !== role,
    );
  } catch (error) {
    log.error({ error }, 'sessions of open sockets could not be checked');
  }
}
