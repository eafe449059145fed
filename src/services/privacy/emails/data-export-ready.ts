import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when the copy of somebody's data is ready: a link, never the data. */
export const dataExportReady = defineMail({
  name: 'data-export-ready',
  variables: {
    /** Empty when the person has no account. */
    firstName: variable.text,
    exportId: variable.text,
    downloadUrl: variable.webAddress,
  },
  late: ['downloadUrl'],
  sample: {
    firstName: 'Camille',
    exportId: '01999999-9999-7999-8999-999999999999',
    downloadUrl: 'https://www.example.org/privacy/exports/01999999-9999-7999-8999-999999999999?token=Zm9v',
  },
});
