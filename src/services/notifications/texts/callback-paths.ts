/** Where the vendor of text messages says what becomes of them, and hands on what people answer. */
export const statusPath = '/webhooks/twilio/status';
export const repliesPath = '/webhooks/twilio/messages';
