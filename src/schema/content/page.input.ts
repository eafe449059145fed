import { ArrayMaxSize, IsDefined, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import type { PageType } from '../../entities/content/page.entity.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { pageFormats, type PageFormat } from '../../services/kernel/page-format.ts';
import { Upload } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Label, Line, Lines } from '../shared/text.rules.ts';
import { PageTypeEnum } from './page.type.ts';

const mostVersions = 2_147_483_647;

export const PageFormatEnum = enumOf(pageFormats);
registerEnumType(PageFormatEnum, {
  name: 'PageFormat',
  description: 'In which form a text is sent; it is kept as HTML.',
  valuesConfig: {
    HTML: { description: 'HTML: what the allow-list does not name is removed.' },
    MARKDOWN: { description: 'Markdown, with tables; HTML in it is treated as HTML is.' },
  },
});

@InputType({ description: 'What search engines and social networks are given; what is absent or empty is none.' })
export class PageMetaInput {
  @Field(() => String, { nullable: true, description: 'Title: at most 255 characters.' })
  @IsOptional()
  @Line(0, 255)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about: at most 500 characters.' })
  @IsOptional()
  @Line(0, 500)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Keywords: at most 500 characters.' })
  @IsOptional()
  @Line(0, 500)
  keywords?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of a picture: a path of ours, or https.' })
  @IsOptional()
  @Line(0, 500)
  ogImage?: string | null;

  @Field(() => String, { nullable: true, description: 'The address that counts: a path of ours, or https.' })
  @IsOptional()
  @Line(0, 500)
  canonical?: string | null;
}

@InputType()
abstract class PageContentInput extends KeyedInput {
  @Field(() => String, {
    nullable: true,
    description: 'The text: what fits into a request, 100 KiB. A longer one, up to a mebibyte, is sent as `file`.',
  })
  @IsOptional()
  @Lines(0, 1_048_576)
  content?: string | null;

  @Field(() => Upload, { nullable: true, description: 'The text as a file in UTF-8, in place of `content`.' })
  @IsOptional()
  file?: unknown;

  @Field(() => PageFormatEnum, { nullable: true, description: 'The form of the text; HTML unless said.' })
  @IsOptional()
  format?: PageFormat | null;

  @Field(() => String, { nullable: true, description: 'Summary in a sentence: at most 1000 characters.' })
  @IsOptional()
  @Lines(0, 1_000)
  excerpt?: string | null;

  @Field(() => PageMetaInput, { nullable: true, description: 'For search engines.' })
  @IsOptional()
  @ValidateNested()
  meta?: PageMetaInput | null;

  @Field(() => String, { nullable: true, description: 'What was changed, in a few words: at most 500 characters.' })
  @IsOptional()
  @Line(0, 500)
  note?: string | null;

  @Field(() => PageTypeEnum, { nullable: true, description: 'What it is for. Counts at once.' })
  @IsOptional()
  type?: PageType | null;

  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'The language of its text; French unless said. Counts at once.',
  })
  @IsOptional()
  locale?: Locale | null;

  @Field(() => String, { nullable: true, description: 'Family of pages: at most 100 characters. Counts at once.' })
  @IsOptional()
  @Line(0, 100)
  category?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Words that it is found under: at most 20, of 50 characters each; several in one, parted by commas, count as so many. Counts at once.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @Line(0, 1_100, { each: true })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Is it listed, and in the site map? Counts at once.' })
  @IsOptional()
  isPublic?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Is it only for whoever is signed in? Counts at once.' })
  @IsOptional()
  requireAuth?: boolean | null;
}

@InputType({ description: 'A page.' })
export class CreatePageInput extends PageContentInput {
  @Field(() => String, {
    description: 'Name in addresses: small letters and digits, parted by single hyphens, at most 100 characters.',
  })
  @Line(1, 100)
  slug!: string;

  @Field(() => String, { description: 'Title, 1 to 255 characters.' })
  @Label(255)
  title!: string;
}

@InputType({ description: 'New words of a page; what is absent stays as it is, what is null is emptied.' })
export class EditPageInput extends PageContentInput {
  @Field(() => ID, { description: 'The page.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'Its version as it was read; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Name in addresses. The one it was published under leads to the new one from the publication on.',
  })
  @IsOptional()
  @Line(1, 100)
  slug?: string;

  @Field(() => String, { nullable: true, description: 'Title, 1 to 255 characters.' })
  @IsOptional()
  @Label(255)
  title?: string;
}

@InputType({ description: 'A page.' })
export class PageIdInput {
  @Field(() => ID, { description: 'The page.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'The page to publish.' })
export class PublishPageInput extends PageIdInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Its version as it was read; CONFLICT when somebody changed it since. Absent: whatever it is.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  version?: number | null;
}

@InputType({ description: 'Which version of a page becomes its draft again.' })
export class RestorePageVersionInput extends PageIdInput {
  @Field(() => Int, { description: 'The version of the page as it was read; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  version!: number;

  @Field(() => Int, { description: 'The number of the version that is restored.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  number!: number;
}

@InputType({ description: 'All of them, in their new order.' })
export class OrderOfIdsInput {
  @Field(() => [ID], { description: 'Every identifier, once.' })
  @IsDefined()
  @ArrayMaxSize(1_000)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}
