import MailComposer from 'nodemailer/lib/mail-composer';
import { invitationFile, messageIdOf, type MailAddress, type OutgoingMail } from './port.ts';

/** RFC 5322 bytes: multipart/alternative, quoted-printable so that the file can be read as it is. */
export const compose = (mail: OutgoingMail, now: Date): Promise<Buffer> =>
  new MailComposer({
    from: composed(mail.from),
    to: composed(mail.to),
    ...(mail.replyTo && { replyTo: composed(mail.replyTo) }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    textEncoding: 'quoted-printable',
    messageId: messageIdOf(mail),
    date: now,
    headers: { ...mail.headers, 'X-Category': mail.category },
    attachments: (mail.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
    })),
    ...(mail.invitation && { icalEvent: { ...mail.invitation, filename: invitationFile } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

const composed = ({ email, name }: MailAddress): { address: string; name: string } => ({
  address: email,
  name: name ?? '',
});
