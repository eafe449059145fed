import { IsOptional, IsUUID } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { sortedArgs } from '../shared/list.args.ts';

@ArgsType()
export class DueDocumentsArgs extends sortedArgs('DueDocumentSort', 'documents whose time is over') {
  @Field(() => ID, { description: 'The cabinet.' })
  @IsUUID()
  cabinetId!: string;
}

@ArgsType()
export class DestructionCertificatesArgs extends sortedArgs('DestructionCertificateSort', 'certificates') {
  @Field(() => ID, { nullable: true, description: 'The cabinet; for admins and auditors all of them unless given.' })
  @IsOptional()
  @IsUUID()
  cabinetId?: string | null;
}
