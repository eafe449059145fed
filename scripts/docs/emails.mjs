import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { commentsOf, notice, table } from './text.mjs';

/** docs/emails.md: every e-mail, when it is sent and what it shows. */
export async function emailsPage() {
  const { compiledMails } = await import('../../src/services/notifications/mail/templates.generated.ts');
  const sections = [];
  for (const file of globSync('src/services/*/emails/index.ts')
    .map((path) => path.replaceAll('\\', '/'))
    .sort()) {
    const domain = file.split('/')[2];
    const [mails] = Object.values(await import(`../../${file}`));
    const comments = commentsByName(file.replace(/index\.ts$/, '*.ts'));
    const rows = mails.map((mail) => [
      `\`${mail.name}\``,
      comments.get(mail.template) ?? '',
      code(compiledMails[mail.template].en.subject),
      code(compiledMails[mail.template].fr.subject),
      variablesOf(mail),
    ]);
    sections.push(`## ${domain}\n\n${table(['Name', 'When', 'English subject', 'French subject', 'Variables'], rows)}`);
  }
  return `${notice('the mails of the domains (`services/<domain>/emails/`)')}# E-mails

An e-mail is two MJML files, one per language, and a definition: a name, a schema of its variables and a sample. The MJML holds the
subject (\`<mj-title>\`), the line that inboxes show after it (\`<mj-preview>\`) and the body; the text part is generated from
the body. A variable in *italics* is made when the mail is sent and is never stored. Every mail also knows \`brand\`,
\`siteUrl\` and \`contactEmail\`.

${sections.join('\n\n')}
`;
}

/** The comments of the definitions, by the name of their file. */
const commentsByName = (pattern) =>
  new Map(
    globSync(pattern).map((path) => [basename(path, '.ts'), [...commentsOf(path.replaceAll('\\', '/')).values()][0]]),
  );

const code = (text) => text.replaceAll('{{', '`{{').replaceAll('}}', '}}`');

const variablesOf = ({ schema, late = [] }) =>
  Object.keys(schema.shape)
    .map((name) => (late.includes(name) ? `*${name}*` : `\`${name}\``))
    .join(' ');
