/**
 * The TypeScript type of each scalar, for graphql-codegen (`config.scalars`): a front-end that writes its own
 * operations types them exactly as this package does.
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
