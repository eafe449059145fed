import type { TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import { personOf } from '../../access/actor.ts';
import { deviceName } from '../../kernel/device-name.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** The second factors of a person, as they see them. */
export interface TwoFactorState {
  readonly isEnabled: boolean;
  readonly factors: readonly {
    readonly method: TwoFactorMethod;
    readonly enabledAt: Date;
    readonly phoneEnding: string | null;
  }[];
  readonly recoveryCodesLeft: number;
  readonly trustedDevices: readonly TrustedDeviceRow[];
}

export interface TrustedDeviceRow {
  readonly id: string;
  readonly network: string | null;
  readonly agent: string | null;
  readonly device: string | null;
  readonly trustedAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

/** How the current user proves who they are, and on which devices they need not. */
export async function findMyTwoFactor({ db, actor, now }: ReadContext): Promise<TwoFactorState> {
  const userId = personOf(actor);
  const [factors, codes, devices] = await Promise.all([
    db
      .selectFrom('two_factor')
      .select(['method', 'confirmed_at', 'phone'])
      .where('user_id', '=', userId)
      .where('confirmed_at', 'is not', null)
      .orderBy('confirmed_at')
      .execute(),
    db
      .selectFrom('recovery_code')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('user_id', '=', userId)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('trusted_device')
      .select(['id', 'address', 'agent', 'created_at', 'last_used_at', 'expires_at'])
      .where('user_id', '=', userId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('last_used_at', 'desc')
      .limit(100)
      .execute(),
  ]);
  return {
    isEnabled: factors.length > 0,
    factors: factors.map((row) => ({
      method: row.method,
      enabledAt: instantFrom(row.confirmed_at),
      phoneEnding: row.phone?.slice(-4) ?? null,
    })),
    recoveryCodesLeft: numberFrom(codes.count),
    trustedDevices: devices.map((row) => ({
      id: row.id,
      network: row.address,
      agent: row.agent,
      device: deviceName(row.agent),
      trustedAt: instantFrom(row.created_at),
      lastUsedAt: instantFrom(row.last_used_at),
      expiresAt: instantFrom(row.expires_at),
    })),
  };
}
