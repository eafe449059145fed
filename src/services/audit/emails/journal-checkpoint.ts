import type { MailDefinition } from '../../notifications/index.ts';

/** Tells where the journal stands to whoever keeps its checkpoints, the data protection officer for instance. */
export interface AuditCheckpointMail {
  /** Number of the last entry. */
  entry: string;
  mac: string;
  root: string;
  /** RFC 3339 instant. */
  at: string;
  keyId: string;
  signature: string;
  /** The journal in the back office. */
  auditLogUrl: string;
}

export const auditCheckpoint: MailDefinition<'journal-checkpoint', AuditCheckpointMail> = {
  name: 'journal-checkpoint',
  words: {
    fr: {
      subject: 'Point de contrôle du journal\u00a0: entrée {{entry}}',
      preheader: 'À conserver hors du serveur\u00a0: cet e-mail prouve ce qu’était le journal.',
      text: `Conservez cet e-mail hors du serveur\u00a0: il prouve ce qu’était le journal.

Dernière entrée\u00a0: {{entry}}
Date\u00a0: {{formatDate at}}
Code\u00a0: {{mac}}
Racine\u00a0: {{root}}
Clé\u00a0: {{keyId}}
Signature\u00a0: {{signature}}

Ouvrir le journal\u00a0:
{{journalUrl}}`,
    },
    en: {
      subject: 'Checkpoint of the journal: entry {{entry}}',
      preheader: 'To be kept off the server: this mail proves what the journal was.',
      text: `Keep this mail off the server: it proves what the journal was.

Last entry: {{entry}}
Date: {{formatDate at}}
Code: {{mac}}
Root: {{root}}
Key: {{keyId}}
Signature: {{signature}}

Open the journal:
{{journalUrl}}`,
    },
  },
  sample: {
    entry: '12000',
    mac: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    root: 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    at: '2026-11-20T09:40:00.000Z',
    keyId: '76e67dadbcdf1e10',
    signature: 'mPzvTzHkY0ozVQ3Gxq3mZ7S1bKQmD0Jr5yq8X2hYw0mR0l7mJ8n4sN8JrTq2v0sQy4bXo3D2mXgY1lq6k0VZBg==',
    auditLogUrl: 'https://www.example.org/admin/journal',
  },
};
