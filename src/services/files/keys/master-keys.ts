import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { AppContext } from '../../platform/context.ts';
import type { KeyProvider } from '../../kernel/key-providers.ts';
import { readKit, type EmergencyKit } from '../../vault/index.ts';
import { neededByBackup } from './key-needs.ts';

const minuteMs = 60_000;

/** A key of the ring, and what is wrapped by it. */
export interface MasterKeyView {
  readonly id: string;
  readonly provider: KeyProvider;
  readonly isActive: boolean;
  /** Whether its provider answers. */
  readonly isReachable: boolean;
  /** Data keys of files and of secrets. */
  readonly dataKeyCount: number;
  /** When the oldest of them was made; null when there is none. */
  readonly oldestAt: Date | null;
  readonly isNeededByBackup: boolean;
  /** When no kept backup needs it any more; null when none does, or when one is kept without an end. */
  readonly neededUntil: Date | null;
}

/** The ring, and how far a rotation is. */
export interface MasterKeysView {
  readonly keys: readonly MasterKeyView[];
  /** Data keys that are not under the active key yet. */
  readonly remaining: number;
  /** Data keys wrapped anew in the last minute. */
  readonly rewrappedLastMinute: number;
  readonly kit: EmergencyKit | null;
}

type Needed = Pick<AppContext, 'db' | 'now' | 'vault' | 'keyNeeds' | 'emergencyKit'>;

export async function readMasterKeys(ctx: Needed): Promise<MasterKeysView> {
  const ring = ctx.vault.ring();
  const [counts, rewrapped] = await Promise.all([countsOf(ctx), rewrappedSince(ctx, minuteMs)]);
  const keys = await Promise.all(
    ring.keys().map(async ({ id, provider, secretsId, failure }): Promise<MasterKeyView> => {
      const held = [...new Set([id, secretsId])].flatMap((kekId) => counts.get(kekId) ?? []);
      const need = await neededByBackup(ctx, id);
      return {
        ...{ id, provider, isActive: id === ring.active.id, isReachable: failure === undefined },
        dataKeyCount: held.reduce((sum, { count }) => sum + count, 0),
        oldestAt: held.map(({ oldestAt }) => oldestAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
        ...{ isNeededByBackup: need !== undefined, neededUntil: need?.until ?? null },
      };
    }),
  );
  const remaining = keys.reduce((sum, { isActive, dataKeyCount }) => sum + (isActive ? 0 : dataKeyCount), 0);
  const kit = (await readKit(ctx.emergencyKit.keysDir)) ?? null;
  return { keys, remaining, rewrappedLastMinute: rewrapped, kit };
}

/** How many data keys a master key, or the key enclosed in it, wraps. */
export async function wrappedUnder(ctx: Pick<AppContext, 'db' | 'vault'>, id: string): Promise<number> {
  const key = ctx.vault
    .ring()
    .keys()
    .find((one) => one.id === id);
  const counts = await countsOf(ctx);
  return [...new Set([id, key?.secretsId ?? id])].reduce((sum, kekId) => sum + (counts.get(kekId)?.count ?? 0), 0);
}

async function countsOf({ db }: Pick<AppContext, 'db'>) {
  const rows = await db
    .selectFrom('data_key')
    .select(({ fn }) => ['kek_id', fn.countAll().as('count'), fn.min('created_at').as('oldest')])
    .groupBy('kek_id')
    .execute();
  return new Map(
    rows.map(({ kek_id, count, oldest }) => [kek_id, { count: numberFrom(count), oldestAt: instantFrom(oldest) }]),
  );
}

async function rewrappedSince({ db, now }: Pick<AppContext, 'db' | 'now'>, milliseconds: number): Promise<number> {
  const { count } = await db
    .selectFrom('data_key')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('rotated_at', '>', new Date(now.getTime() - milliseconds))
    .executeTakeFirstOrThrow();
  return numberFrom(count);
}
