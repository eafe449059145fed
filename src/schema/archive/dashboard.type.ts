import { IsUUID } from 'class-validator';
import { ArgsType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime, LocalDate } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { sortedArgs } from '../shared/list.args.ts';

@ObjectType('FigurePoint', { description: 'A figure of a month, a day or a kind.', simpleResolvers: true })
export class FigurePointType {
  @Field(() => String, { description: 'Which: a local month `2026-12`, a local day, or a name.' })
  bucket!: string;

  @Field(() => Float, { description: 'How many, or how many bytes.' })
  value!: number;
}

@ObjectType('ArchiveDashboard', {
  description: 'How the archive stands; what was destroyed counts nowhere.',
  simpleResolvers: true,
})
export class ArchiveDashboardType {
  @Field(() => Int, { description: 'Cabinets that are not destroyed.' })
  cabinets!: number;

  @Field(() => Int, { description: 'People who have a place in one, now.' })
  users!: number;

  @Field(() => Int, { description: 'Documents, those in the trash among them.' })
  documents!: number;

  @Field(() => Int, { description: 'Versions whose content is there.' })
  versions!: number;

  @Field(() => Float, { description: 'Plain bytes of those versions.' })
  storedBytes!: number;

  @Field(() => Float, { description: 'What they take once sealed, in bytes.' })
  sealedBytes!: number;

  @Field(() => Int, { description: 'Documents in the trash.' })
  trashedDocuments!: number;

  @Field(() => Int, { description: 'Documents whose time of keeping is over and that nobody has decided about.' })
  dueDocuments!: number;

  @Field(() => Int, { description: 'Certificates of destruction that were ever issued.' })
  certificates!: number;

  @Field(() => [FigurePointType], {
    description: 'Plain bytes of the versions added in each of the last 12 local months that are still there.',
  })
  growth!: readonly FigurePointType[];

  @Field(() => [FigurePointType], { description: 'Documents by MIME type, the most frequent first; 20 at most.' })
  byMimeType!: readonly FigurePointType[];
}

@ObjectType('CabinetDashboard', {
  description: 'How a cabinet stands for one of its members: what they may not read counts nowhere.',
  simpleResolvers: true,
})
export class CabinetDashboardType {
  @Field(() => Int, { description: 'Documents, those in the trash among them.' })
  documents!: number;

  @Field(() => Int, { description: 'Versions whose content is there.' })
  versions!: number;

  @Field(() => Float, { description: 'Plain bytes of those versions.' })
  storedBytes!: number;

  @Field(() => Int, { description: 'Documents in the trash.' })
  trashedDocuments!: number;

  @Field(() => Int, { description: 'Documents whose time of keeping is over and that nobody has decided about.' })
  dueDocuments!: number;

  @Field(() => Int, { description: 'Places of people, of programs and of invited addresses.' })
  members!: number;

  @Field(() => [FigurePointType], {
    description: 'Plain bytes of the versions added in each of the last 12 local months that are still there.',
  })
  growth!: readonly FigurePointType[];

  @Field(() => [FigurePointType], {
    description: 'Documents by the name of their type, the most frequent first, an empty name for none; 50 at most.',
  })
  byType!: readonly FigurePointType[];
}

@ArgsType()
export class UserActivityArgs {
  @Field(() => ID, { description: 'Whose.' })
  @IsUUID()
  userId!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day; 92 days at most.' })
  to!: string;
}

@ObjectType('UserActivity', { description: 'What somebody did, by the audit log.', simpleResolvers: true })
export class UserActivityType {
  @Field(() => Int, { description: 'How many actions.' })
  total!: number;

  @Field(() => [FigurePointType], { description: 'By action of the audit log, the most frequent first.' })
  byAction!: readonly FigurePointType[];

  @Field(() => [FigurePointType], { description: 'By local day: each day of the period, in order.' })
  byDay!: readonly FigurePointType[];
}

@ArgsType()
export class CabinetActivityArgs extends sortedArgs('CabinetActivitySort', 'what was done in a cabinet') {
  @Field(() => ID, { description: 'The cabinet.' })
  @IsUUID()
  cabinetId!: string;
}

@ObjectType('CabinetActivity', { description: 'Something that was done in a cabinet.', simpleResolvers: true })
export class CabinetActivityType {
  @Field(() => Int, { description: 'The number of its entry in the audit log.' })
  seq!: number;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'What, as the audit log calls it.' })
  action!: string;

  @Field(() => ID, { nullable: true, description: 'Who: a person or a program; null for the application itself.' })
  actorId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The document; null for something else.' })
  documentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The folder; null for something else.' })
  folderId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The present title or name; null for the cabinet itself, and once it is destroyed.',
  })
  title!: string | null;
}

@ArgsType()
export class CabinetActivityLiveArgs extends LiveArgs {
  @Field(() => ID, { description: 'The cabinet.' })
  @IsUUID()
  cabinetId!: string;
}

@ObjectType('CabinetActivityAdded', {
  description: 'Something that was just done in a cabinet.',
  simpleResolvers: true,
})
export class CabinetActivityAddedType {
  @Field(() => CabinetActivityType, { description: 'What was done.' })
  activity!: CabinetActivityType;

  @Field(() => Cursor, { description: 'The position in the stream: pass it as `after` when you reconnect.' })
  cursor!: string;
}

export const CabinetActivityConnection = connectionOf(CabinetActivityType, 'CabinetActivity');
