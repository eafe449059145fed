import { ArgsType, Field, ObjectType } from 'type-graphql';
import { DownloadLinkType } from '../files/stored-file.type.ts';
import { Line } from '../shared/text.rules.ts';
import { QuoteType } from './quote.type.ts';

@ArgsType()
export class PublicQuoteArgs {
  @Field(() => String, { description: 'From the mailed link.' })
  @Line(1, 200)
  token!: string;
}

@ObjectType('PublicQuote', { description: 'What the link to one quote opens.', simpleResolvers: true })
export class PublicQuoteType {
  @Field(() => QuoteType, { description: 'The quote.' })
  quote!: QuoteType;

  @Field(() => DownloadLinkType, {
    nullable: true,
    description: 'Where its PDF is for a minute; null for the moment it takes to make it.',
  })
  download!: DownloadLinkType | null;
}
