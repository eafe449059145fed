import { IsDefined, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { Locale } from '../../services/kernel/locale.ts';
import { EmailAddress, internationalNumber, PhoneNumber, Upload } from '../scalars/index.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Line, PersonName, PlainLines, Secret } from '../shared/text.rules.ts';

@InputType({ description: 'By which ways to hear of messages and of one’s agenda. What is absent stays.' })
export class PreferencesInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'By mail, when a message stays unread?',
    deprecationReason: 'Goes on 2027-06-30: use updateNotificationPreferences.',
  })
  @IsOptional()
  messagesByEmail?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Receives in-app notifications of messages?',
    deprecationReason: 'Goes on 2027-06-30: use updateNotificationPreferences.',
  })
  @IsOptional()
  messagesInApp?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'By mail, on the eve of each day with appointments of one’s own agenda?',
  })
  @IsOptional()
  agendaByEmail?: boolean;
}

@InputType({ description: 'What changes of a profile. What is absent stays; null empties what may be empty.' })
export class UpdateMyProfileInput {
  @Field(() => String, { nullable: true, description: 'First name, 1 to 50 characters; never empty.' })
  @IsOptional()
  @PersonName()
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name, 1 to 50 characters; never empty.' })
  @IsOptional()
  @PersonName()
  lastName?: string | null;

  @Field(() => PhoneNumber, { nullable: true, description: 'Phone number, as +33612345678.' })
  @IsOptional()
  @Matches(internationalNumber)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address, several lines, 500 characters at most.' })
  @IsOptional()
  @PlainLines(0, 500)
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'What they say of themself, 2,000 characters at most.' })
  @IsOptional()
  @PlainLines(0, 2000)
  bio?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'Language to write to them in; never empty.' })
  @IsOptional()
  locale?: Locale | null;

  @Field(() => PreferencesInput, { nullable: true, description: 'By which ways to hear of messages.' })
  @IsOptional()
  @ValidateNested()
  preferences?: PreferencesInput | null;
}

@InputType({ description: 'A picture of oneself.' })
export class UploadAvatarInput {
  @Field(() => Upload, { description: 'A PNG, JPEG or WebP picture.' })
  @IsDefined()
  file!: unknown;
}

@InputType({ description: 'A new password, and the present one as proof.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present password.' })
  @Secret(1000)
  currentPassword!: string;

  @Field(() => String, { description: 'The new password; the rules are those of register.' })
  @Secret(1000)
  password!: string;
}

@InputType({ description: 'Another address for the account.' })
export class RequestEmailChangeInput {
  @Field(() => EmailAddress, { description: 'The new address; proven by the mail that is sent to it.' })
  @MaxLength(255)
  email!: string;
}

@InputType({ description: 'What moves an account to another address.' })
export class ConfirmEmailChangeInput {
  @Field(() => String, { description: 'The token in the link of the mail to the new address.' })
  @Line(0, 100)
  token!: string;
}

@InputType({ description: 'What takes a change of address back.' })
export class UndoEmailChangeInput {
  @Field(() => String, { description: 'The token in the link of the mail to the old address.' })
  @Line(0, 100)
  token!: string;
}
