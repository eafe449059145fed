import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { errorCatalogue, type ErrorCode } from '../../services/kernel/errors.ts';
import { enumOf } from '../shared/enum-of.ts';

const codes = Object.keys(errorCatalogue) as ErrorCode[];

export const ErrorCodeEnum = enumOf(codes);
registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'What can be refused, and why: the `code` in the extensions of an error.',
  valuesConfig: Object.fromEntries(codes.map((code) => [code, { description: errorCatalogue[code].en }])),
});

@ObjectType('ErrorKind', {
  description: 'A reason why a request can be refused.',
  simpleResolvers: true,
})
export class ErrorKindType {
  @Field(() => ErrorCodeEnum, { description: 'What clients switch on.' })
  code!: ErrorCode;

  @Field(() => String, { description: 'The message in French.' })
  french!: string;

  @Field(() => String, { description: 'The same in English.' })
  english!: string;

  @Field(() => Boolean, { description: 'May the same request succeed later?' })
  isRetryable!: boolean;
}
