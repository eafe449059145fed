// The settings of .env for those who are started by npm, in production too; the environment wins over them.
export function envFileFlags() {
  const file = process.env.ENV_FILE || '.env';
  return file === 'none' ? [] : [`--env-file-if-exists=${file}`];
}
