import type { Clock } from '../kernel/clock.ts';
import type { HealthState } from '../kernel/health.ts';

/** What a check may report about something that works, for now. */
export class HealthFinding {
  /** Of a disk. */
  readonly freeBytes: number | undefined;
  /** Why it will not do for long; `undefined` when all is well. */
  readonly concern: string | undefined;
  /** What should be better, and will do. */
  readonly warning: string | undefined;
  /** What else anybody may know of it. */
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(
    freeBytes: number | undefined,
    concern?: string,
    { warning, details }: { readonly warning?: string | undefined; readonly details?: HealthFinding['details'] } = {},
  ) {
    this.freeBytes = freeBytes;
    this.concern = concern;
    this.warning = warning;
    this.details = details;
  }
}

/** A reason that anybody may read: it names no folder and no address. Other reasons are only logged. */
export class HealthFailure extends Error {
  override name = 'HealthFailure';
}

/** Throws, or takes too long, when the thing does not work. */
export type HealthCheck = () => Promise<unknown>;

/** What was found about one part. */
export interface Examined {
  readonly state: HealthState;
  readonly reason?: string | undefined;
  readonly freeBytes?: number | undefined;
  readonly details?: HealthFinding['details'];
  /** The system cannot work without it. */
  readonly isEssential: boolean;
  /** How long the check took. */
  readonly milliseconds: number;
  /** Since when this process finds it in this state. */
  readonly since: Date;
}

/** Examines the parts of the system; what is asked often is answered from the last second. */
export interface Health {
  /** Makes the checks, so that those which ask a provider in the background have an answer when they are asked for it. */
  prepare(): void;
  examine(): Promise<ReadonlyMap<string, Examined>>;
}

interface ExaminerParts {
  /** By name: database, storage, mail, payments … Asked for once, at the first examination. */
  readonly checks: () => Readonly<Record<string, HealthCheck>>;
  /** Can the system not work without it? */
  readonly isEssential: (name: string) => boolean;
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
}

const checkMilliseconds = 2_000;
/** How long a result is cached, so that frequent requests cost nothing. */
const keepMilliseconds = 1_000;

export function createExaminer({ checks, isEssential, clock, log }: ExaminerParts): Health {
  const since = new Map<string, { readonly state: HealthState; readonly at: Date }>();
  let all: Readonly<Record<string, HealthCheck>> | undefined;
  const examine = async ([name, check]: [string, HealthCheck]): Promise<[string, Examined]> => {
    const start = performance.now();
    const found = await examineOne(name, check, log);
    const milliseconds = Math.round(performance.now() - start);
    const before = since.get(name);
    const at = before?.state === found.state ? before.at : clock.now();
    since.set(name, { state: found.state, at });
    return [name, { ...found, isEssential: isEssential(name), milliseconds, since: at }];
  };
  const prepare = (): Readonly<Record<string, HealthCheck>> => (all ??= checks());
  return {
    prepare: () => void prepare(),
    examine: keeping(async () => new Map(await Promise.all(Object.entries(prepare()).map(examine)))),
  };
}

/** `failing` when something fails that the system cannot work without; `degraded` when anything else is not well. */
export function stateOfAll(examined: ReadonlyMap<string, Examined>): HealthState {
  const found = [...examined.values()];
  if (found.some(({ state, isEssential }) => isEssential && state === 'failing')) return 'failing';
  return found.some(({ state }) => state !== 'ok') ? 'degraded' : 'ok';
}

async function examineOne(
  name: string,
  check: HealthCheck,
  log: ExaminerParts['log'],
): Promise<Pick<Examined, 'state' | 'reason' | 'freeBytes' | 'details'>> {
  try {
    const found = await Promise.race([check(), tooLong(name)]);
    if (!(found instanceof HealthFinding)) return { state: 'ok' };
    const state = found.concern === undefined ? 'ok' : 'degraded';
    return { state, reason: found.concern ?? found.warning, freeBytes: found.freeBytes, details: found.details };
  } catch (error) {
    log.error({ error, check: name }, 'health check failed');
    return { state: 'failing', reason: error instanceof HealthFailure ? error.message : undefined };
  }
}

const tooLong = (name: string): Promise<never> =>
  new Promise((_resolve, reject) =>
    setTimeout(() => reject(new Error(`${name} did not answer`)), checkMilliseconds).unref(),
  );

function keeping<T>(find: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (!kept || now - kept.at > keepMilliseconds) kept = { at: now, value: find() };
    return kept.value;
  };
}
