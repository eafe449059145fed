import { admins, transferToUnitedStates, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const notificationsDataTexts: PersonalDataTexts = {
  records: {
    NOTIFICATIONS: { fr: 'notifications', en: 'notifications' },
    MAILS: { fr: 'e-mails', en: 'e-mails' },
    NOTIFICATION_PREFERENCES: { fr: 'préférences de notification', en: 'notification preferences' },
    EMAIL_SUPPRESSIONS: { fr: 'adresses bloquées', en: 'suppressed addresses' },
    TEXTS: { fr: 'SMS', en: 'text messages' },
  },
  tables: {
    notification: { fr: 'notifications', en: 'notifications' },
    email_delivery: { fr: 'adresses et contenu des e-mails', en: 'addresses and content of e-mails' },
    email_event: { fr: 'réponses des serveurs de messagerie', en: 'answers of mail servers' },
    email_suppression: { fr: 'adresses qui ne reçoivent plus d’e-mails', en: 'addresses that get no more e-mails' },
    sms_delivery: { fr: 'derniers chiffres du numéro des SMS', en: 'last digits of the number of text messages' },
  },
  activities: {
    NOTIFICATIONS: {
      title: { fr: 'Notifications, e-mails et SMS', en: 'Notifications, e-mails and text messages' },
      purpose: { fr: 'Prévenir les personnes de ce qui les concerne.', en: 'Notify people of what concerns them.' },
      basis: 'CONTRACT',
      people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
      tables: ['notification', 'email_delivery', 'email_event', 'email_suppression', 'sms_delivery'],
      retention: ['NOTIFICATIONS', 'OLD_NOTIFICATIONS', 'BROADCASTS', 'MAILS', 'TEXTS', 'TEXT_REPLIES'],
      recipients: [admins],
      processors: ['SENDGRID', 'TWILIO'],
    },
  },
  processors: [
    {
      name: 'SENDGRID',
      company: (_config, locale) =>
        locale === 'fr'
          ? 'Twilio Inc., SendGrid (San Francisco, États-Unis)'
          : 'Twilio Inc., SendGrid (San Francisco, United States)',
      transfer: transferToUnitedStates,
      isInUse: ({ SENDGRID_API_KEY }) => SENDGRID_API_KEY !== undefined,
      purpose: { fr: 'acheminer les e-mails', en: 'deliver e-mails' },
    },
    {
      name: 'TWILIO',
      company: (_config, locale) =>
        locale === 'fr' ? 'Twilio Inc. (San Francisco, États-Unis)' : 'Twilio Inc. (San Francisco, United States)',
      transfer: transferToUnitedStates,
      isInUse: ({ TWILIO_ACCOUNT_SID }) => TWILIO_ACCOUNT_SID !== undefined,
      purpose: { fr: 'acheminer les SMS', en: 'deliver text messages' },
    },
  ],
};
