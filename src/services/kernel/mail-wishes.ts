/** Mails that nobody is owed: each can be switched off by the link that it carries. */
export const mailWishes = ['DIGESTS', 'REMINDERS', 'REPORTS'] as const;
export type MailWish = (typeof mailWishes)[number];
