import { IsOptional } from 'class-validator';
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import type { Locale } from '../../services/kernel/locale.ts';
import { JsonObject } from '../scalars/index.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Line } from '../shared/text.rules.ts';
import { NotificationTypeEnum } from './notification.enums.ts';
import { MailWishEnum } from './notification-preferences.type.ts';

@ObjectType('EmailTemplate', { description: 'One kind of e-mail.', simpleResolvers: true })
export class EmailTemplateType {
  @Field(() => String, { description: 'Its name: order-started.' })
  name!: string;

  @Field(() => [String], { description: 'Its variables.' })
  variables!: string[];

  @Field(() => JsonObject, { description: 'Plausible data.' })
  sample!: object;

  @Field(() => NotificationTypeEnum, {
    nullable: true,
    description: 'The type by whose preference people choose whether they get it; null where it is owed to them.',
  })
  about!: string | null;

  @Field(() => MailWishEnum, {
    nullable: true,
    description: 'The kind that the link in it ends; null where it has none.',
  })
  wish!: string | null;
}

@ObjectType('EmailPreview', { description: 'An e-mail as it would be sent.', simpleResolvers: true })
export class EmailPreviewType {
  @Field(() => String, { description: 'Subject.' })
  subject!: string;

  @Field(() => String, { description: 'HTML.' })
  html!: string;

  @Field(() => String, { description: 'Text part.' })
  text!: string;
}

@ArgsType()
export class EmailPreviewArgs {
  @Field(() => String, { description: 'Name of the template.' })
  @Line(1, 60)
  name!: string;

  @Field(() => LocaleEnum, { description: 'Language.' })
  locale!: Locale;

  @Field(() => JsonObject, {
    nullable: true,
    description: 'Values of its variables; those of its sample unless given.',
  })
  @IsOptional()
  data?: Record<string, unknown> | null;
}

@InputType({ description: 'The e-mail to try out.' })
export class SendTestEmailInput {
  @Field(() => String, { description: 'Name of the template, sent with its sample.' })
  @Line(1, 60)
  name!: string;

  @Field(() => LocaleEnum, { description: 'Language.' })
  locale!: Locale;
}
