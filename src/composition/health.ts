import type { App } from '../app.ts';
import {
  createExaminer,
  HealthFailure,
  HealthFinding,
  type Health,
  type HealthCheck,
} from '../services/platform/health.ts';
import type { Antivirus } from '../services/adapters/antivirus/port.ts';
import { providersAble, type PaymentProviders } from '../services/adapters/payments/port.ts';
import { readKit, type Vault } from '../services/vault/index.ts';
import { examineBackups, examineDrills } from '../services/backups/index.ts';
import { system } from '../services/access/actor.ts';
import type { Config } from '../services/platform/config.ts';
import { measureJobs } from '../services/platform/jobs/index.ts';
import { checkWritable, FolderError } from '../services/platform/startup/write-check.ts';
import { isLow, placesOf } from '../services/platform/startup/start-checks.ts';

/** Vendors are asked seldom: the answer of a minute ago will do. */
const vendorMilliseconds = 60_000;
/** A poll writes nothing: the disks are tried this often, however often `/health` is called. */
const diskMilliseconds = 5_000;
/** It is on this machine or beside it, and a scan that waits is noticed. */
const antivirusMilliseconds = 10_000;
/** When the last few mails all failed, mail does not work; fewer prove nothing. */
const mailsThatProve = 5;

/** What is looked at of the application. */
type Parts = Pick<App, 'orm' | 'config' | 'services' | 'live' | 'contextFor'>;

const essential = ['database', 'storage', 'keys', 'keyFolder'];

/** Without these nothing works; a provider that is away stops nobody's other work. */
const isEssential = (name: string): boolean => essential.includes(name);

/** An emergency kit is verified once a year. */
const kitMilliseconds = 365 * 86_400_000;

/** A job that waits longer than this has no worker. */
const mostLagSeconds = 300;

/** Looks at the parts of an application when it is asked. */
export const openHealth = (app: Parts, { clock, log }: Pick<App, 'clock' | 'log'>): Health =>
  createExaminer({ checks: () => checksOf(app), isEssential, clock, log });

/** What `/health` and `systemStatus` look at. */
function checksOf(app: Parts): Record<string, HealthCheck> {
  const { orm, config, services } = app;
  const places = Object.entries(placesOf(config)).map(
    ([name, { folder }]) => [name, every(diskMilliseconds, () => keeps(folder, config))] as const,
  );
  return {
    database: () => orm.em.getDriver().getConnection('write').execute('select 1'),
    ...Object.fromEntries(places),
    ...storageCheck(services.vault),
    keys: async () => services.vault.ring(),
    keyServices: () => checkKeyServices(services.vault),
    emergencyKit: () => checkKit(app),
    ...antivirusCheck(services.antivirus),
    mail: mailCheck(app),
    ...paymentChecks(services.payments),
    ...(config.REDIS_URL === undefined ? {} : { redis: () => app.live.ping() }),
    jobs: () => checkJobs(app),
    backups: every(vendorMilliseconds, () => checkBackups(app)),
    restoreDrill: every(vendorMilliseconds, () => checkDrills(app)),
  };
}

/** A kit that nobody tried for a year may open nothing any more. */
async function checkKit({ config, contextFor }: Parts): Promise<HealthFinding> {
  const kit = await readKit(config.keysDir);
  const { now } = contextFor({ actor: system, requestId: 'health' });
  const triedAt = kit?.verifiedAt ?? kit?.createdAt;
  const isOld = triedAt !== undefined && now.getTime() - triedAt.getTime() > kitMilliseconds;
  return new HealthFinding(undefined, isOld ? 'nobody verified the emergency kit for a year' : undefined);
}

/** A store that is no folder of this machine is asked itself. */
function storageCheck({ storage }: Vault): Record<string, HealthCheck> {
  const { probe } = storage;
  return probe ? { storage: every(vendorMilliseconds, () => probe.call(storage)) } : {};
}

/** Without it files of visitors wait, and only admins open them. */
const antivirusCheck = (antivirus: Antivirus | null): Record<string, HealthCheck> =>
  antivirus === null ? {} : { antivirus: every(antivirusMilliseconds, () => antivirus.ping()) };

/** Its answers of late are known; a service that is away stops nobody who needs no key of it. */
async function checkKeyServices({ ring }: Vault): Promise<void> {
  for (const { provider, failure } of ring().keys())
    if (failure !== undefined) throw new HealthFailure(`${provider} does not answer`, { cause: failure });
}

/** One check for each provider: a session that it does not know is an answer. */
const paymentChecks = (payments: PaymentProviders): Record<string, HealthCheck> =>
  Object.fromEntries(
    providersAble(payments, 'checkout').map(({ provider, checkout }) => [
      `payments.${provider}`,
      behind(vendorMilliseconds, () => checkout.readSession('cs_health_check')),
    ]),
  );

/**
 * Asked in the background, and again after this long: what it last answered is known at once, however slow it is. Asked for
 * the first time now.
 */
export function behind(milliseconds: number, check: HealthCheck): HealthCheck {
  let askedAt = -Infinity;
  let known: { readonly error?: unknown } | undefined;
  const ask = (): void => {
    askedAt = performance.now();
    check().then(
      () => (known = {}),
      (error: unknown) => (known = { error }),
    );
  };
  ask();
  return async () => {
    if (performance.now() - askedAt > milliseconds) ask();
    if (known === undefined) return new HealthFinding(undefined, 'no answer yet');
    if ('error' in known) throw known.error;
    return undefined;
  };
}

/** A few bytes are written there and read back, and there is space for more. */
async function keeps(folder: string, config: Config): Promise<HealthFinding> {
  try {
    const freeBytes = await checkWritable(folder);
    return new HealthFinding(
      freeBytes,
      isLow(freeBytes, config) ? `less than ${config.LOW_DISK_MEGABYTES} MB are free` : undefined,
    );
  } catch (cause) {
    throw cause instanceof FolderError ? new HealthFailure(cause.reason, { cause }) : cause;
  }
}

/** Work that nobody takes up: no worker runs, or there is more than the workers can do. */
async function checkJobs({ contextFor }: Parts): Promise<HealthFinding> {
  const { waiting, lagSeconds } = await measureJobs(contextFor({ actor: system, requestId: 'health' }));
  const isLate = lagSeconds > mostLagSeconds;
  return new HealthFinding(
    undefined,
    isLate ? `${waiting} jobs wait, the oldest for ${Math.round(lagSeconds)} seconds` : undefined,
  );
}

/** The age of the newest backups, and whether a fire would take them with the data. */
async function checkBackups({ contextFor }: Parts): Promise<HealthFinding> {
  const { concern, warning, at } = await examineBackups(contextFor({ actor: system, requestId: 'health' }));
  return new HealthFinding(undefined, concern, { warning, details: at === undefined ? undefined : { at } });
}

/** When a backup was last restored for practice, and how it ended. */
async function checkDrills({ contextFor }: Parts): Promise<HealthFinding | undefined> {
  const found = await examineDrills(contextFor({ actor: system, requestId: 'health' }));
  if (found === undefined) return undefined;
  const { concern, ...details } = found;
  return new HealthFinding(undefined, concern, { details });
}

function mailCheck(app: Parts): HealthCheck {
  const { mailbox, mail } = app.services;
  if (mailbox) return () => mailbox.list(1);
  const reach = every(vendorMilliseconds, async () => mail.verify?.());
  return async () => {
    await reach();
    await checkDeliveries(app);
  };
}

const handedOver = ['SENT', 'DEFERRED', 'DELIVERED', 'DROPPED', 'BOUNCED', 'COMPLAINED'] as const;
const lost = ['FAILED', 'AMBIGUOUS'] as const;

/** A mail provider is judged by the last deliveries; none is sent to find out. */
async function checkDeliveries({ contextFor }: Parts): Promise<void> {
  const { db } = contextFor({ actor: system, requestId: 'health' });
  const latest = await db
    .selectFrom('email_delivery')
    .select('status')
    .where('status', 'in', [...handedOver, ...lost])
    .orderBy('created_at', 'desc')
    .limit(mailsThatProve)
    .execute();
  if (latest.length === mailsThatProve && latest.every(({ status }) => lost.some((one) => one === status)))
    throw new Error('The last e-mails were not sent');
}

/** Asked again after this long; until then the last answer will do, and a question under way is shared. */
function every(milliseconds: number, check: HealthCheck): HealthCheck {
  let last: { at: number; outcome: Promise<unknown> } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > milliseconds) last = { at: now, outcome: check() };
    return last.outcome;
  };
}
