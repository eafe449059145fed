import { Upload } from 'graphql-upload-minimal';

/** A file as the form's reader places it in the variables. */
export const uploadOf = (file: object): Upload =>
  Object.assign(new Upload(), { promise: Promise.resolve(file) as unknown as Upload['promise'] });
