import { randomBytes } from 'node:crypto';
import { RecoveryCode } from '../../../entities/identity/recovery-code.entity.ts';
import { Passkey } from '../../../entities/identity/passkey.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { base32 } from '../../kernel/totp.ts';
import type { Tx } from '../../platform/context.ts';
import { confirmedFactors } from './two-factors.ts';

const howMany = 10;
/** 120 bits: a plain hash at rest will do (ASVS 6.5.2 asks for 112). */
const bytesEach = 15;

/** Ten fresh codes, shown once; those made before are void. */
export async function makeRecoveryCodes({ em }: Tx<'em'>, user: User): Promise<string[]> {
  await forgetRecoveryCodes({ em }, user);
  const codes = Array.from({ length: howMany }, () => base32(randomBytes(bytesEach)));
  for (const code of codes) em.create(RecoveryCode, { user, codeHash: fingerprint(code) });
  return codes.map((code) => code.match(/.{6}/g)?.join('-') ?? code);
}

/** Ten codes for somebody who has none left; none for the others. */
export const makeMissingCodes = async ({ em }: Tx<'em'>, user: User): Promise<string[]> =>
  (await em.count(RecoveryCode, { user: user.id, usedAt: null })) > 0 ? [] : makeRecoveryCodes({ em }, user);

const forgetRecoveryCodes = ({ em }: Tx<'em'>, user: User): Promise<number> =>
  em.nativeDelete(RecoveryCode, { user: user.id });

/** Is there anything that a recovery code may stand for? */
export const mayHaveCodes = async ({ em }: Tx<'em'>, user: User): Promise<boolean> =>
  (await confirmedFactors({ em }, user)).length + (await em.count(Passkey, { user: user.id })) > 0;

/** Recovery codes go with the last thing that they stand for. */
export async function dropIdleCodes({ em }: Tx<'em'>, user: User): Promise<void> {
  if (!(await mayHaveCodes({ em }, user))) await forgetRecoveryCodes({ em }, user);
}

/** Is this an unused code of this person, however they typed it? It is used up then. */
export async function consumeRecoveryCode({ em, now }: Tx<'em' | 'now'>, user: User, typed: string): Promise<boolean> {
  const code = typed.toUpperCase().replace(/[^A-Z2-7]/g, '');
  const used = await em.nativeUpdate(
    RecoveryCode,
    { user: user.id, codeHash: fingerprint(code), usedAt: null },
    { usedAt: now },
  );
  return used === 1;
}
