import { admins, transferToUnitedStates, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const notificationsDataTexts: PersonalDataTexts = {
  records: { NOTIFICATIONS: { fr: 'notifications', en: 'notifications' }, MAILS: { fr: 'e-mails', en: 'e-mails' } },
  tables: {
    notification: { fr: 'notifications', en: 'notifications' },
    email_delivery: { fr: 'adresses et contenu des e-mails', en: 'addresses and content of e-mails' },
  },
  activities: {
    NOTIFICATIONS: {
      title: { fr: 'Notifications et e-mails', en: 'Notifications and e-mails' },
      purpose: { fr: 'Prévenir les personnes de ce qui les concerne.', en: 'Notify people of what concerns them.' },
      basis: 'CONTRACT',
      people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
      tables: ['notification', 'email_delivery'],
      retention: ['NOTIFICATIONS', 'OLD_NOTIFICATIONS', 'MAILS'],
      recipients: [admins],
      processors: ['SENDGRID'],
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
