import { ask, find } from './ask.ts';
import { proofMethods, proofOptions, proveStepUp, sendProof } from './own-operations.ts';

/** What a person enters to authenticate again: a code, a password, or the response of a passkey. */
export interface Proof {
  readonly method: string;
  readonly code?: string;
  readonly password?: string;
  readonly passkey?: unknown;
}

/** A required re-authentication: the allowed methods, and what each does. */
export interface Asked {
  readonly title: string;
  readonly methods: readonly string[];
  /** A code that was sent already. */
  readonly sentBy?: string | null;
  readonly sendCode: (method: string) => Promise<unknown>;
  readonly passkeyOptions: () => Promise<unknown>;
  /** Throws when the proof is refused: then another one may be tried. */
  readonly verify: (proof: Proof) => Promise<void>;
}

const names: Readonly<Record<string, string>> = {
  TOTP: 'Code of an authenticator app',
  EMAIL_OTP: 'Code by e-mail',
  SMS_OTP: 'Code by SMS',
  PASSKEY: 'Passkey',
  RECOVERY_CODE: 'Recovery code',
  PASSWORD: 'Password',
};
const sent: readonly string[] = ['EMAIL_OTP', 'SMS_OTP'];

/** Asks for a re-authentication by any of the methods. True once one was accepted, false when the person cancels. */
export function askProof(asked: Asked): Promise<boolean> {
  const dialog = find<HTMLDialogElement>('proof');
  const form = find<HTMLFormElement>('proof-form');
  const method = find<HTMLSelectElement>('proof-method');
  const answer = find<HTMLInputElement>('proof-answer');
  const note = find('proof-note');
  const known = asked.methods.filter((each) => each in names);
  find('proof-title').textContent = asked.title;
  method.replaceChildren(...known.map((each) => new Option(names[each], each)));
  note.textContent = asked.sentBy ? 'A code was sent.' : '';

  const change = (): void => {
    const { value } = method;
    find('proof-field').hidden = value === 'PASSKEY';
    find('proof-send').hidden = !sent.includes(value);
    answer.required = value !== 'PASSKEY';
    answer.type = value === 'PASSWORD' ? 'password' : 'text';
    answer.value = '';
  };
  const proofOf = async (): Promise<Proof> => {
    const { value } = method;
    if (value === 'PASSKEY') return { method: value, passkey: await passkey(await asked.passkeyOptions()) };
    return value === 'PASSWORD' ? { method: value, password: answer.value } : { method: value, code: answer.value };
  };
  change();
  dialog.showModal();
  return new Promise((decided) => {
    let isProven = false;
    method.onchange = change;
    find('proof-send').onclick = () => void attempt(note, () => asked.sendCode(method.value), 'A code was sent.');
    find('proof-cancel').onclick = () => dialog.close();
    form.onsubmit = (event) => {
      event.preventDefault();
      void attempt(note, async () => asked.verify(await proofOf()), '').then((isAccepted) => {
        isProven = isAccepted;
        if (isAccepted) dialog.close();
      });
    };
    dialog.onclose = () => decided(isProven);
  });
}

/** Runs something, and shows how it ended. */
async function attempt(note: HTMLElement, work: () => Promise<unknown>, done: string): Promise<boolean> {
  note.textContent = '';
  try {
    await work();
    note.textContent = done;
    return true;
  } catch (error) {
    note.textContent = error instanceof Error ? error.message : String(error);
    return false;
  }
}

async function passkey(options: unknown): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  const credential = await navigator.credentials.get({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was chosen.');
  return credential.toJSON();
}

/** Asks a signed-in person to authenticate again, because a field requires it. */
export async function stepUp(): Promise<boolean> {
  const { myReauthenticationMethods } = await ask<{ myReauthenticationMethods: string[] }>(proofMethods);
  return askProof({
    title: 'This field wants a fresh proof that it is you.',
    methods: myReauthenticationMethods,
    sendCode: (method) => ask(sendProof, { input: { method } }),
    passkeyOptions: async () =>
      (await ask<{ reauthenticationPasskeyOptions: unknown }>(proofOptions)).reauthenticationPasskeyOptions,
    verify: async (proof) => {
      await ask(proveStepUp, { input: proof });
    },
  });
}
