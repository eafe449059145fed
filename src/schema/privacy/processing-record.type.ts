import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { IsIn, IsOptional } from 'class-validator';
import type { retentionClassNames } from '../../services/kernel/retention.ts';
import { locales, type Locale } from '../../services/kernel/locale.ts';
import { DateTime } from '../scalars/index.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { RetentionClassEnum } from './retention.type.ts';
import { Cost } from '../directives/cost.ts';

@ArgsType()
export class ProcessingRecordArgs {
  @Field(() => LocaleEnum, { nullable: true, description: 'In which language; that of the current user unless said.' })
  @IsOptional()
  @IsIn(locales)
  locale?: Locale | null;
}

@ObjectType('Processor', {
  description:
    'A company that works with data about people on the application’s behalf (GDPR, article 28), and that the application is set up to use.',
  simpleResolvers: true,
})
export class ProcessorType {
  @Field(() => ID, { description: 'STRIPE, SENDGRID, TWILIO or HOST.' })
  name!: string;

  @Field(() => String, { description: 'Legal name and place.' })
  company!: string;

  @Field(() => String, { description: 'What it does for the application.' })
  purpose!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where data goes outside the European Union, and what makes that lawful; null when it does not.',
  })
  transfer!: string | null;
}

@ObjectType('Controller', { description: 'Who decides what is done with the data.', simpleResolvers: true })
export class ControllerType {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Legal form.' })
  legalForm!: string;

  @Field(() => [String], { description: 'Postal address, line by line.' })
  address!: readonly string[];

  @Field(() => String, { description: 'SIRET, 14 digits.' })
  siret!: string;

  @Field(() => String, { description: 'E-mail address.' })
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name and address of the data protection officer; null where none was appointed.',
  })
  dataProtectionOfficer!: string | null;
}

@ObjectType('RetentionPeriod', { description: 'For how long a class of records is kept, now.', simpleResolvers: true })
export class RetentionPeriodType {
  @Field(() => RetentionClassEnum, { description: 'Which class.' })
  recordClass!: (typeof retentionClassNames)[number];

  @Field(() => String, { description: 'In words.' })
  description!: string;

  @Field(() => Int, { description: 'Days.' })
  days!: number;
}

@ObjectType('ProcessingActivity', {
  description: 'Something the application does with data about people (GDPR, article 30).',
  simpleResolvers: true,
})
export class ProcessingActivityType {
  @Field(() => ID, {
    description: 'ACCOUNTS, SECURITY, ORDERS, MESSAGING, NOTIFICATIONS, BILLING, RIGHTS or OPERATION.',
  })
  name!: string;

  @Field(() => String, { description: 'What it is.' })
  title!: string;

  @Field(() => String, { description: 'What for.' })
  purpose!: string;

  @Field(() => String, { description: 'Why it is lawful (article 6).' })
  basisText!: string;

  @Field(() => [String], { description: 'Whom the data is about.' })
  peopleTexts!: readonly string[];

  @Field(() => [String], { description: 'Which data.' })
  data!: readonly string[];

  @Field(() => [String], { description: 'Who sees it.' })
  recipientTexts!: readonly string[];

  @Field(() => [ProcessorType], { description: 'Who works on it on the application’s behalf.' })
  processors!: readonly ProcessorType[];

  @Cost({ size: 10 })
  @Field(() => [RetentionPeriodType], { description: 'For how long it is kept.' })
  retention!: readonly RetentionPeriodType[];
}

@ObjectType('ProcessingRecord', {
  description: 'The record of processing (GDPR, article 30), as the application is set up at this moment.',
  simpleResolvers: true,
})
export class ProcessingRecordType {
  @Field(() => DateTime, { description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => ControllerType, { description: 'Who is responsible.' })
  controller!: ControllerType;

  @Cost({ size: 8 })
  @Field(() => [ProcessingActivityType], { description: 'What is done.' })
  activities!: readonly ProcessingActivityType[];

  @Field(() => [String], { description: 'How the data is protected (article 32).' })
  securityMeasures!: readonly string[];

  @Field(() => String, { description: 'The same as a PDF (PDF/A), for a minute.' })
  pdfUrl!: string;
}
