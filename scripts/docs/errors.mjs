import { notice, table } from './text.mjs';

/** docs/errors.md: the closed list of refusals. */
export async function errorsPage() {
  const { errorCatalogue } = await import('../../src/services/kernel/errors.ts');
  const rows = Object.entries(errorCatalogue).map(([code, { en, fr, retryable }]) => [
    `\`${code}\``,
    en,
    fr,
    retryable ? 'yes' : 'no',
  ]);
  return `${notice('src/services/kernel/vocabulary')}# Errors

Every refusal carries \`extensions: { code, details, requestId }\`; \`message\` is a sentence in the language of the request
(\`accept-language\`). "Again" says whether the same request may succeed later. An unknown object and another person’s
object give the same error: \`NOT_FOUND\`. \`INPUT_INVALID\` names each refused field in \`details.fields\` as \`{ path, rules, bounds }\`:
the path of the argument (\`input.email\`, \`first\`, \`input.consents.0.policyVersion\`) whatever a variable is called, the rules that were
broken, and their numbers where they have some (\`{ "minLength": 1, "maxLength": 50 }\`, \`min\`, \`max\`, \`minItems\`, \`maxItems\`; lengths in characters).
Rules of every text: \`wellFormed\` (Unicode) and \`controlCharacters\`; of names: \`address\` (what looks like one of the web or of a mailbox).
An unexpected error is \`INTERNAL\`, and is logged under its request id.

${table(['Code', 'English', 'French', 'Again'], rows)}
`;
}
