import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CabinetRoleEnum } from '../../schema/archive/archive.enums.ts';
import { CabinetMembersArgs, CabinetsArgs, FoldersArgs } from '../../schema/archive/archive.args.ts';
import {
  CabinetIdInput,
  CreateCabinetInput,
  RenameCabinetInput,
  SetCabinetQuotaInput,
  UpdateCabinetInput,
} from '../../schema/archive/cabinet.input.ts';
import {
  CabinetConnection,
  CabinetMemberConnection,
  CabinetType,
  type CabinetMemberType,
} from '../../schema/archive/cabinet.type.ts';
import { FolderConnection } from '../../schema/archive/folder.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { CabinetRow, FolderRow } from '../../services/archive/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

const which = 'Which one.';

/** Cabinets: what they are, and who sees them. */
@Resolver(() => CabinetType)
export class CabinetResolver {
  @Auth('cabinet:read')
  @Query(() => CabinetConnection, {
    description: 'The cabinets that you see, by their names unless said: your own places, for admins all of them.',
  })
  cabinets(@Args(() => CabinetsArgs) args: CabinetsArgs, @Ctx() { read }: Context): Promise<PageOf<CabinetRow>> {
    return archive.listCabinets(read, args);
  }

  @Auth('cabinet:read')
  @Query(() => CabinetType, { description: 'A cabinet that you see. Error: NOT_FOUND.' })
  cabinet(@Arg('id', () => ID, { description: which }) id: string, @Ctx() { read }: Context): Promise<CabinetRow> {
    return archive.getCabinet(read, id);
  }

  @Cost({ cost: 2 })
  @FieldResolver(() => CabinetRoleEnum, {
    nullable: true,
    description: 'What you are there; null for an admin who is no member.',
  })
  async myRole(@Root() cabinet: CabinetRow, @Ctx() { read }: Context): Promise<string | null> {
    return (await archive.membershipIn(read, cabinet)).myRole;
  }

  @Cost({ cost: 2, size: 3 })
  @FieldResolver(() => [String], { description: 'What you may do with it now: archive, reopen, delete, keep.' })
  async availableActions(@Root() cabinet: CabinetRow, @Ctx() { read }: Context): Promise<readonly string[]> {
    return (await archive.membershipIn(read, cabinet)).availableActions;
  }

  @Cost({ cost: 5 })
  @FieldResolver(() => Int, { description: 'How many documents of it you may read.' })
  documentCount(@Root() { id }: CabinetRow, @Ctx() { read }: Context): Promise<number> {
    return archive.countDocuments(read, id);
  }

  @FieldResolver(() => CabinetMemberConnection, { description: 'The places of it, the oldest first unless said.' })
  members(
    @Root() { id }: CabinetRow,
    @Args(() => CabinetMembersArgs) args: CabinetMembersArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<CabinetMemberType>> {
    return archive.listMembers(read, { ...args, cabinetId: id });
  }

  @FieldResolver(() => FolderConnection, { description: 'The folders at its top that you may read.' })
  folders(
    @Root() { id }: CabinetRow,
    @Args(() => FoldersArgs) args: FoldersArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<FolderRow>> {
    return archive.listFolders(read, { ...args, cabinetId: id, parentId: null });
  }

  @Auth('cabinet:create')
  @Mutation(() => CabinetType, {
    description:
      'Makes a cabinet, of which you are the first manager and whose space counts against your plan. Errors: PLAN_REQUIRED, NAME_TAKEN, ARCHIVE_LIMIT, CONFLICT.',
  })
  async createCabinet(
    @Arg('input', () => CreateCabinetInput, { description: 'The cabinet.' }) input: CreateCabinetInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.perform(archive.createCabinet, input)).id);
  }

  @Auth('cabinet:update')
  @Mutation(() => CabinetType, {
    description: 'Changes what is said of a cabinet. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.',
  })
  async updateCabinet(
    @Arg('input', () => UpdateCabinetInput, { description: 'Which one, and what changes.' }) input: UpdateCabinetInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.updateCabinet, input)).id);
  }

  @Auth('cabinet:update')
  @Mutation(() => CabinetType, {
    description: 'Gives a cabinet another name. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED.',
  })
  async renameCabinet(
    @Arg('input', () => RenameCabinetInput, { description: 'Which one, and its name.' }) input: RenameCabinetInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.renameCabinet, input)).id);
  }

  @Auth('cabinet:archive')
  @Mutation(() => CabinetType, {
    description: 'From now on a cabinet is only read. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED.',
  })
  async archiveCabinet(
    @Arg('input', () => CabinetIdInput, { description: which }) input: CabinetIdInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.archiveCabinet, input)).id);
  }

  @Auth('cabinet:archive')
  @Mutation(() => CabinetType, {
    description: 'An archived cabinet is in use again. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED.',
  })
  async reopenCabinet(
    @Arg('input', () => CabinetIdInput, { description: which }) input: CabinetIdInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.reopenCabinet, input)).id);
  }

  @Auth('cabinet:delete')
  @Mutation(() => CabinetType, {
    description:
      'Deletes a cabinet: only its managers see it, for 30 days; then its contents are destroyed. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, CABINET_NOT_EMPTY with what must be kept.',
  })
  async deleteCabinet(
    @Arg('input', () => CabinetIdInput, { description: which }) input: CabinetIdInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.deleteCabinet, input)).id);
  }

  @Auth('cabinet:delete')
  @Mutation(() => CabinetType, {
    description: 'A deleted cabinet is kept after all. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED.',
  })
  async keepCabinet(
    @Arg('input', () => CabinetIdInput, { description: which }) input: CabinetIdInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.keepCabinet, input)).id);
  }

  @Auth('cabinet:update')
  @Mutation(() => CabinetType, {
    description:
      'Limits the space of a cabinet: a manager within the plan of its owner, an admin whatever the plan says. Errors: NOT_FOUND, FORBIDDEN, PLAN_OVER_QUOTA.',
  })
  async setCabinetQuota(
    @Arg('input', () => SetCabinetQuotaInput, { description: 'Which one, and how much.' }) input: SetCabinetQuotaInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.setCabinetQuota, input)).id);
  }
}
