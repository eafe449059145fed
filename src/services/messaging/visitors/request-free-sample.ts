import { receiveFile, type IncomingFile } from '../../files/index.ts';
import { normalEmail } from '../../identity/index.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext } from '../../platform/context.ts';
import { admitForm, receiveForm, requireFirstSample, type FormReceipt, type VisitorForm } from './receive-form.ts';

/** Bytes. */
export const mostSampleBytes = 10 * 1024 * 1024;

export interface RequestFreeSample extends Omit<VisitorForm, 'subject'> {
  readonly genre: string;
  readonly file: Promise<IncomingFile>;
}

type Needed = Parameters<typeof receiveFile>[0] & Parameters<typeof admitForm>[0] & Pick<AppContext, 'run'>;

const subjects: Readonly<Record<VisitorForm['locale'], string>> = {
  fr: 'Échantillon gratuit',
  en: 'Free sample',
};

/**
 * Somebody sends a text to see how it would be proofread: once in ninety days for an address. The file has no owner, and its key dies
 * with the request. Errors: FORM_TICKET_INVALID, PROOF_OF_WORK_REQUIRED, INPUT_INVALID, RATE_LIMITED, and those of files.
 */
export async function requestFreeSample(ctx: Needed, input: RequestFreeSample): Promise<FormReceipt> {
  const { file: upload, genre, ...form } = input;
  const admitted = await admitForm(ctx, { ...form, subject: `${subjects[form.locale]} – ${genre}` });
  return receiveFile(ctx, {
    upload,
    kinds: ['DOCUMENT'],
    mostBytes: mostSampleBytes,
    withoutOwner: { slotKey: subscriberOf(ctx.actor.address) },
    needsScan: 'REQUIRED',
    // Before any byte is read; asked again with the rows.
    permit: () => ctx.run(requireFirstSample, normalEmail(input.email)),
    attach: async (tx, { id }) => {
      await receiveForm(tx, { form: admitted, purpose: 'FREE_SAMPLE', genre, fileId: id });
      return { receivedAt: ctx.now };
    },
  });
}
