import { defineMail, variable } from '../../notifications/index.ts';

/** Sent with each checkpoint of the audit log to whoever keeps them, the data protection officer for instance. */
export const auditCheckpoint = defineMail({
  // The name stands in queued deliveries.
  name: 'journal-checkpoint',
  template: 'audit-checkpoint',
  variables: {
    /** Number of the last entry. */
    entry: variable.text,
    mac: variable.text,
    root: variable.text,
    at: variable.instant,
    keyId: variable.text,
    signature: variable.text,
    /** The audit log in the back office. */
    auditLogUrl: variable.webAddress,
  },
  renamed: { journalUrl: 'auditLogUrl' },
  sample: {
    entry: '12000',
    mac: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    root: 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    at: '2026-11-20T09:40:00.000Z',
    keyId: '76e67dadbcdf1e10',
    signature: 'mPzvTzHkY0ozVQ3Gxq3mZ7S1bKQmD0Jr5yq8X2hYw0mR0l7mJ8n4sN8JrTq2v0sQy4bXo3D2mXgY1lq6k0VZBg==',
    auditLogUrl: 'https://www.example.org/admin/journal',
  },
});
