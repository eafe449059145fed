import { ArgsType, Field, ObjectType } from 'type-graphql';
import { DownloadLinkType } from '../files/stored-file.type.ts';
import { Line } from '../shared/text.rules.ts';
import { InvoiceType } from './invoice.type.ts';

@ArgsType()
export class PublicInvoiceArgs {
  @Field(() => String, { description: 'From the mailed link.' })
  @Line(1, 200)
  token!: string;
}

@ObjectType('PublicInvoice', { description: 'What the link to one invoice opens.', simpleResolvers: true })
export class PublicInvoiceType {
  @Field(() => InvoiceType, {
    description: 'The invoice. Its credit notes are not listed: each has a link of its own.',
  })
  invoice!: InvoiceType;

  @Field(() => DownloadLinkType, {
    nullable: true,
    description: 'Where its PDF is for a minute; null for the moment it takes to make it.',
  })
  download!: DownloadLinkType | null;
}
