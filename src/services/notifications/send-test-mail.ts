import { newId } from '../kernel/ids.ts';
import type { Operation } from '../platform/context.ts';

const words = [
  'Ce message d’essai montre que les e-mails de votre installation partent.',
  'This test mail shows that the mails of your installation leave.',
];

/**
 * Sends one mail that is about nothing, past the queue, so that whoever asked learns at once what the provider answers. Returns the
 * provider's id; throws `MailFailure`.
 */
export const sendTestMail: Operation<'mail' | 'mailer', { readonly to: string }, string> = async (
  { mail, mailer },
  { to },
) => {
  const { providerId } = await mail.send({
    deliveryId: newId(),
    to: { email: to },
    from: mailer.from,
    subject: 'Essai d’envoi · Test mail',
    html: words.map((line) => `<p>${line}</p>`).join(''),
    text: words.join('\n\n'),
    headers: { 'Auto-Submitted': 'auto-generated' },
    category: 'test',
  });
  return providerId;
};
