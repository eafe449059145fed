import { ask, enter, type SignedIn } from './ask.ts';
import { login, passkeyOptions, sendCode, verify } from './own-operations.ts';
import { askProof } from './proof.ts';

interface Challenge {
  readonly challengeToken: string;
  readonly methods: readonly string[];
  readonly codeSentBy: string | null;
}

/** Signs in, with a second factor where the account has one. Null when the person gave up. */
export async function signIn(
  input: { email: string; password: string },
  admit: (person: SignedIn) => void,
): Promise<void> {
  const { login: answer } = await ask<{ login: SignedIn | Challenge }>(login, { input });
  if ('accessToken' in answer) return take(answer, admit);
  const { challengeToken, methods, codeSentBy } = answer;
  await askProof({
    title: 'One more proof that it is you',
    methods,
    sentBy: codeSentBy,
    sendCode: (method) => ask(sendCode, { input: { challengeToken, method } }),
    passkeyOptions: async () =>
      (await ask<{ twoFactorPasskeyOptions: unknown }>(passkeyOptions, { input: { challengeToken } }))
        .twoFactorPasskeyOptions,
    verify: async (proof) => {
      const { verifyTwoFactor } = await ask<{ verifyTwoFactor: SignedIn }>(verify, {
        input: { challengeToken, ...proof },
      });
      take(verifyTwoFactor, admit);
    },
  });
}

function take(person: SignedIn, admit: (person: SignedIn) => void): void {
  admit(person);
  enter(person);
}
