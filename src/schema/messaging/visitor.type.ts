import { Field, ID, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { StoredFileType } from '../files/stored-file.type.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { FormBlockKindEnum, HeldReasonEnum, VisitorPurposeEnum } from './visitor.enums.ts';

@ObjectType('FormReceipt', {
  description: 'A public form has come. Everybody is answered the same.',
  simpleResolvers: true,
})
export class FormReceiptType {
  @Field(() => DateTime, { description: 'When.' })
  receivedAt!: Date;
}

@ObjectType('VisitorFile', {
  description: 'A file of a conversation without an account; it is shown as nothing but a name.',
  simpleResolvers: true,
})
export class VisitorFileType {
  @Field(() => ID, { description: 'Identifier, for `requestVisitorDownload`.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;
}

@ObjectType('VisitorMessage', {
  description: 'A message of a conversation without an account. Nobody of the team is named.',
  simpleResolvers: true,
})
export class VisitorMessageType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Boolean, { description: 'The team wrote it; the visitor otherwise.' })
  isFromTeam!: boolean;

  @Field(() => String, { description: 'The text; empty when there are only files.' })
  content!: string;

  @Field(() => DateTime, { description: 'When it was sent.' })
  createdAt!: Date;

  @Cost({ size: 2 })
  @Field(() => [VisitorFileType], { description: 'Files sent along.' })
  files!: VisitorFileType[];
}

@ObjectType('VisitorConversation', {
  description: 'A conversation with the business, without an account: for whoever holds its token.',
  simpleResolvers: true,
})
export class VisitorConversationType {
  @Field(() => VisitorPurposeEnum, { description: 'What was asked for.' })
  purpose!: string;

  @Field(() => String, { description: 'The name that was given.' })
  name!: string;

  @Field(() => String, { description: 'What it is about.' })
  subject!: string;

  @Field(() => Boolean, { description: 'Nobody writes in it until the team opens it again.' })
  isClosed!: boolean;

  @Field(() => DateTime, { description: 'Until when the link is good; each mail gives it thirty days again.' })
  linkEndsAt!: Date;

  @Cost({ size: 20 })
  @Field(() => [VisitorMessageType], { description: 'The last 200 messages, the oldest of them first.' })
  messages!: VisitorMessageType[];
}

@ObjectType('Visitor', {
  description: 'Somebody who wrote without an account, by one form. For those who handle visitors.',
  simpleResolvers: true,
})
export class VisitorType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => VisitorPurposeEnum, { description: 'What they asked for.' })
  purpose!: string;

  @Field(() => String, { description: 'Their name, as they gave it.' })
  name!: string;

  @Field(() => EmailAddress, { description: 'Their address, as they gave it.' })
  email!: string;

  @Field(() => String, { description: 'What they asked about.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'The genre of the text; null without a request for a sample.' })
  genre!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the mailed link was first followed: the address is theirs. Null before.',
  })
  verifiedAt!: unknown;

  @Field(() => DateTime, { nullable: true, description: 'When they were marked as spam; null otherwise.' })
  blockedAt!: unknown;

  @Field(() => DateTime, { nullable: true, description: 'Until when their link is good; null when none is.' })
  linkEndsAt!: unknown;

  @Field(() => DateTime, { description: 'When they wrote.' })
  createdAt!: unknown;
}

@ObjectType('HeldMessage', {
  description: 'A visitor’s message that waits for an admin: it is in no conversation yet.',
  simpleResolvers: true,
})
export class HeldMessageType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => VisitorType, { description: 'Who wrote it.' })
  visitor!: VisitorType;

  @Field(() => String, { description: 'The text.' })
  content!: string;

  @Field(() => StoredFileType, { nullable: true, description: 'The file that was sent along; null without one.' })
  file!: StoredFileType | null;

  @Cost({ size: 4 })
  @Field(() => [HeldReasonEnum], { description: 'Why it waits.' })
  reasons!: string[];

  @Field(() => Boolean, { description: 'It was marked as spam: it goes thirty days later, unless it is released.' })
  isSpam!: boolean;

  @Field(() => DateTime, { description: 'When it came.' })
  createdAt!: unknown;
}

export const HeldMessageConnection = connectionOf(HeldMessageType, 'HeldMessage');

@ObjectType('FormBlock', { description: 'What visitors’ messages are held for.', simpleResolvers: true })
export class FormBlockType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => FormBlockKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => String, { description: 'The word, the address or the site, as it is compared.' })
  value!: string;

  @Field(() => Boolean, { description: 'Learnt from a message that was marked as spam; it goes after a year.' })
  isLearnt!: boolean;

  @Field(() => DateTime, { description: 'Since when.' })
  createdAt!: unknown;
}

export const FormBlockConnection = connectionOf(FormBlockType, 'FormBlock');
