import { IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { DraftKind } from '../../entities/billing/invoice-draft.entity.ts';
import type { PriceBasis } from '../../services/kernel/invoice-sums.ts';
import type { Operation } from '../../services/kernel/vat.ts';
import { LocalDate } from '../scalars/index.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { SubjectInput } from '../shared/subject.type.ts';
import { IdempotencyKey } from '../shared/keyed.input.ts';
import { Line, Lines } from '../shared/text.rules.ts';
import { InvoiceDraftKindEnum } from './invoice-draft.type.ts';
import { PersonWithoutAccountInput } from './person.input.ts';
import { SoldContentInput } from './sold-line.input.ts';
import { OperationEnum, PriceBasisEnum } from './sold-line.type.ts';

@InputType()
abstract class InvoiceDraftContentInput extends SoldContentInput {
  @Field(() => ID, { nullable: true, description: 'Whom it is for: a person with an account. This or `person`.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;

  @Field(() => PersonWithoutAccountInput, {
    nullable: true,
    description: 'Whom it is for: a person without an account. This or `buyerId`.',
  })
  @IsOptional()
  @ValidateNested()
  person?: PersonWithoutAccountInput | null;

  @Field(() => SubjectInput, {
    nullable: true,
    description:
      'What it is for: an order of the buyer, or an earlier invoice of the same sale, such as its first deposit. Absent: a free invoice.',
  })
  @IsOptional()
  @ValidateNested()
  subject?: SubjectInput | null;

  @Field(() => InvoiceDraftKindEnum, { nullable: true, description: 'What it becomes; an invoice unless said.' })
  @IsOptional()
  kind?: DraftKind | null;

  @Field(() => PriceBasisEnum, { nullable: true, description: 'What the prices are; without VAT unless said.' })
  @IsOptional()
  prices?: PriceBasis | null;

  @Field(() => OperationEnum, { nullable: true, description: 'What is sold; services unless said.' })
  @IsOptional()
  operation?: Operation | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'When it is to be paid: not before it is issued, and for a business within 60 days. Absent: by the seller’s terms.',
  })
  @IsOptional()
  dueOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the work was done.' })
  @IsOptional()
  suppliedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Free words, printed under the totals: at most 1000 characters.',
  })
  @IsOptional()
  @Lines(0, 1000)
  notes?: string | null;

  @Field(() => String, { nullable: true, description: 'The buyer’s reference of this purchase.' })
  @IsOptional()
  @Line(0, 100)
  purchaseOrder?: string | null;
}

@InputType({ description: 'A draft of an invoice.' })
export class CreateInvoiceDraftInput extends InvoiceDraftContentInput {
  @IdempotencyKey()
  key?: string | null;
}

@InputType({ description: 'A draft in the version that somebody saw.' })
export class InvoiceDraftVersionInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  draftId!: string;

  @Field(() => Int, { description: 'Its version as it was read; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version!: number;
}

@InputType({ description: 'A draft, written again whole: what is absent is emptied.' })
export class UpdateInvoiceDraftInput extends InvoiceDraftContentInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  draftId!: string;

  @Field(() => Int, { description: 'Its version as it was read; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version!: number;
}

@InputType({ description: 'Which drafts; what is absent does not matter.' })
export class InvoiceDraftFilterInput {
  @Field(() => InvoiceDraftKindEnum, { nullable: true, description: 'That become this.' })
  @IsOptional()
  kind?: DraftKind | null;

  @Field(() => ID, { nullable: true, description: 'For this person.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Written by this person or program.' })
  @IsOptional()
  @IsUUID()
  authorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this very thing, such as an order.' })
  @IsOptional()
  @IsUUID()
  subjectId?: string | null;
}

@ArgsType()
export class InvoiceDraftsArgs extends sortedArgs('InvoiceDraftSort', 'drafts of invoices') {
  @Field(() => InvoiceDraftFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: InvoiceDraftFilterInput | null;
}
