import type { MailDefinition } from '../../notifications/index.ts';

/** Sent to an address without an account, whose owner asks what the house knows of it: a link, never the data. */
export interface CustomerDataProofMail {
  proofId: string;
  expiresInMinutes: number;
  dataUrl: string;
}

export const customerDataProof: MailDefinition<'customer-data-proof', CustomerDataProofMail, 'dataUrl'> = {
  name: 'customer-data-proof',
  inDoubt: 'renew',
  late: ['dataUrl'],
  words: {
    fr: {
      subject: 'Vos données chez nous\u00a0: recevez-les ou faites-les effacer',
      preheader: 'Ce lien prouve que l’adresse est la vôtre.',
      text: `Bonjour,

Quelqu’un, vous sans doute, a demandé ce que {{brand}} sait de cette adresse. Ce lien prouve que vous en lisez le courrier\u202f; il permet de recevoir une copie de vos données ou de les faire effacer\u00a0:
{{dataUrl}}

Il sert une fois, pendant {{expiresInMinutes}}\u00a0minutes. Si vous n’avez rien demandé, ne faites rien\u00a0: rien ne sera envoyé ni effacé.

Numéro de la demande\u00a0: {{proofId}}`,
    },
    en: {
      subject: 'Your data with us: receive it or have it erased',
      preheader: 'This link proves that the address is yours.',
      text: `Hello,

Somebody, you most likely, asked what {{brand}} knows of this address. This link proves that you read its mail; with it you may receive a copy of your data or have it erased:
{{dataUrl}}

It works once, for {{expiresInMinutes}} minutes. If you did not ask for it, do nothing: nothing will be sent or erased.

Number of the request: {{proofId}}`,
    },
  },
  sample: {
    proofId: '01999999-9999-7999-8999-999999999999',
    expiresInMinutes: 30,
    dataUrl: 'https://www.example.org/mes-donnees?token=Zm9v',
  },
};
