import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { activationLink } from '../../identity/index.ts';
import { money } from '../../kernel/money.ts';
import {
  MailTemplateError,
  queueMail,
  type MailDefinition,
  type MailPreparation,
  type PreparationOf,
} from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { guestActivation } from '../emails/guest-activation.ts';
import { guestOrderAttach } from '../emails/guest-order-attach.ts';
import { guestOrderExpiredMail } from '../emails/guest-order-expired.ts';
import { guestOrderReminder } from '../emails/guest-order-reminder.ts';
import { guestOrderStartedMail } from '../emails/guest-order-started.ts';
import { attachSecret, resumeSecret } from './guest-order-token.ts';

type Mailing = Tx<'em' | 'now' | 'enqueue'>;

/** Whom the mails of a guest order go to: the address as it was given, whoever has it. */
const recipientOf = ({ firstName, lastName, email }: GuestOrder) => ({
  userId: null,
  email,
  name: `${firstName} ${lastName}`,
});

const factsOf = (guest: GuestOrder) => ({
  firstName: guest.firstName,
  orderTitle: guest.title,
  service: guest.service,
  total: money(guest.quotedCents, guest.currency),
});

interface Resumed {
  readonly guestOrderId: string;
  readonly resumeUrl: string;
}

async function mailResume<Data extends Resumed>(
  tx: Mailing,
  guest: GuestOrder,
  { template, key }: { readonly template: MailDefinition<string, Data, 'resumeUrl'>; readonly key: string },
): Promise<void> {
  const data = { ...factsOf(guest), expiresAt: guest.expiresAt.toISOString(), guestOrderId: guest.id };
  await queueMail(tx, {
    template,
    recipient: recipientOf(guest),
    locale: guest.locale,
    dedupeKey: `${template.name}:${guest.id}${key}`,
    data: data as unknown as Omit<Data, 'resumeUrl'>,
  });
}

/** The link back to the order: at its start, and again when an admin has answered. */
export const mailGuestOrder = (tx: Mailing, guest: GuestOrder): Promise<void> =>
  mailResume(tx, guest, { template: guestOrderStartedMail, key: `:${guest.reviews ?? 0}` });

/** The same a day later, once. */
export const mailReminder = (tx: Mailing, guest: GuestOrder): Promise<void> =>
  mailResume(tx, guest, { template: guestOrderReminder, key: '' });

/** Just before such a mail leaves: the link with the present token, which is stored nowhere. */
export const prepareResumeLink: MailPreparation<Pick<Resumed, 'resumeUrl'>> = async (
  { config, derived, run },
  { data },
) => {
  const guest = await run(
    ({ em }: Tx<'em'>, id: string) => em.findOne(GuestOrder, { id }),
    String(data['guestOrderId']),
  );
  if (guest === null) throw new MailTemplateError('guest-order', 'nobody waits for it');
  const token = resumeSecret(derived, guest);
  return { resumeUrl: `${config.frontUrl}/commander/reprendre#token=${token}` };
};

/** To whoever has an account now that waits for its address to be proven. */
export async function mailGuestActivation(
  tx: Mailing,
  guest: Pick<GuestOrder, 'id'>,
  mail: {
    readonly tokenId: string;
    readonly expiresInDays: number;
    readonly person: {
      readonly id: string;
      readonly firstName: string;
      readonly lastName: string;
      readonly email: string;
    };
    readonly locale: GuestOrder['locale'];
    readonly order: { readonly reference: string; readonly title: string; readonly total: ReturnType<typeof money> };
  },
): Promise<void> {
  const { person, order, locale, tokenId, expiresInDays } = mail;
  const data = {
    ...{ firstName: person.firstName, orderReference: order.reference, orderTitle: order.title, amount: order.total },
    expiresInDays,
    /** What the link is made from. */
    tokenId,
  };
  await queueMail(tx, {
    template: guestActivation,
    recipient: { userId: person.id, email: person.email, name: `${person.firstName} ${person.lastName}` },
    locale,
    dedupeKey: `${guestActivation.name}:${guest.id}`,
    data,
  });
}

export const prepareGuestActivation: PreparationOf<typeof guestActivation> = async (ctx, { data: { tokenId } }) => ({
  activationUrl: activationLink(ctx, String(tokenId)),
});

/** To an address that has an account: the paid order becomes its order once the link is followed. */
export async function mailAttach(tx: Mailing, guest: GuestOrder, expiresInDays: number): Promise<void> {
  const { total: amount, ...facts } = factsOf(guest);
  await queueMail(tx, {
    template: guestOrderAttach,
    recipient: recipientOf(guest),
    locale: guest.locale,
    dedupeKey: `${guestOrderAttach.name}:${guest.id}`,
    data: { ...facts, amount, expiresInDays, guestOrderId: guest.id },
  });
}

export const prepareAttachLink: PreparationOf<typeof guestOrderAttach> = async (
  { config, derived },
  { data: { guestOrderId } },
) => ({ attachUrl: `${config.frontUrl}/commander/rattacher#token=${attachSecret(derived, String(guestOrderId))}` });

/** The manuscript that was sent is destroyed: its author is notified. */
export async function mailExpired(tx: Mailing, guest: GuestOrder, wasPaid: boolean): Promise<void> {
  const { firstName, orderTitle } = factsOf(guest);
  await queueMail(tx, {
    template: guestOrderExpiredMail,
    recipient: recipientOf(guest),
    locale: guest.locale,
    dedupeKey: `${guestOrderExpiredMail.name}:${guest.id}`,
    data: { firstName, orderTitle, wasPaid },
  });
}

export const prepareExpired: PreparationOf<typeof guestOrderExpiredMail> = async ({ config }) => ({
  orderUrl: `${config.frontUrl}/commander`,
});
