/**
 * What each scalar of the schema is in TypeScript, for graphql-codegen (`config.scalars`): a front-end that writes
 * operations of its own types them exactly as this package types its own.
 */
export const scalars = {
  ID: 'string',
  Cursor: 'string',
  DateTime: 'string',
  LocalDate: 'string',
  LocalTime: 'string',
  TimeZone: 'string',
  EmailAddress: 'string',
  PhoneNumber: 'string',
  URL: 'string',
  JSON: 'unknown',
  JSONObject: 'Record<string, unknown>',
  Upload: { input: '@atelier/sdk#FileToSend', output: 'never' },
} as const;
