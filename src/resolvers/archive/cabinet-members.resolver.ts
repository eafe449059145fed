import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import {
  CabinetInvitationInput,
  GrantCabinetAccessInput,
  InviteToCabinetInput,
  LeaveCabinetInput,
  OpenCabinetAsAdminInput,
  RevokeCabinetAccessInput,
  TransferCabinetInput,
} from '../../schema/archive/cabinet.input.ts';
import { CabinetInvitationType, CabinetType } from '../../schema/archive/cabinet.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { CabinetRow, InvitationRow } from '../../services/archive/index.ts';
import type { Context } from '../context.ts';

/** Who has a place in a cabinet. */
@Resolver(() => CabinetType)
export class CabinetMembersResolver {
  @Auth('cabinet:grant')
  @Mutation(() => CabinetType, {
    description:
      'Gives somebody a place in a cabinet, or another role. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID (yourself, somebody not active), CABINET_LAST_MANAGER, PLAN_OVER_QUOTA.',
  })
  async grantCabinetAccess(
    @Arg('input', () => GrantCabinetAccessInput, { description: 'Who, where and as what.' })
    input: GrantCabinetAccessInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    await context.run(archive.grantCabinetAccess, input);
    return archive.getCabinet(context.read, input.cabinetId);
  }

  @Auth('cabinet:grant')
  @Mutation(() => CabinetType, {
    description:
      'Keeps a place for an address for 14 days: its account accepts it, or whoever registers with it has it. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID (your own), PLAN_OVER_QUOTA.',
  })
  async inviteToCabinet(
    @Arg('input', () => InviteToCabinetInput, { description: 'Who, where and as what.' }) input: InviteToCabinetInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    await context.run(archive.inviteToCabinet, input);
    return archive.getCabinet(context.read, input.cabinetId);
  }

  @Auth('cabinet:read')
  @Cost({ size: 20 })
  @Query(() => [CabinetInvitationType], {
    description: 'The places that wait for your address, those that end first before the others: at most 50.',
  })
  cabinetInvitations(@Ctx() { read }: Context): Promise<InvitationRow[]> {
    return archive.listInvitations(read);
  }

  @Auth('cabinet:read')
  @Mutation(() => CabinetType, { description: 'Takes a place that waits for your address. Error: NOT_FOUND.' })
  async acceptCabinetInvitation(
    @Arg('input', () => CabinetInvitationInput, { description: 'Which one.' }) input: CabinetInvitationInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.acceptCabinetInvitation, input)).id);
  }

  @Auth('cabinet:read')
  @Mutation(() => ID, {
    description: 'Gives up a place that waits for your address; answers the id of the invitation. Error: NOT_FOUND.',
  })
  async declineCabinetInvitation(
    @Arg('input', () => CabinetInvitationInput, { description: 'Which one.' }) input: CabinetInvitationInput,
    @Ctx() context: Context,
  ): Promise<string> {
    await context.run(archive.declineCabinetInvitation, input);
    return input.id;
  }

  @Auth('cabinet:grant')
  @Mutation(() => CabinetType, {
    description: 'Ends a place in a cabinet, at once. Errors: NOT_FOUND, FORBIDDEN, CABINET_LAST_MANAGER.',
  })
  async revokeCabinetAccess(
    @Arg('input', () => RevokeCabinetAccessInput, { description: 'Which place.' }) input: RevokeCabinetAccessInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.revokeCabinetAccess, input)).id);
  }

  @Auth('cabinet:read')
  @Mutation(() => ID, {
    description: 'Gives up your place in a cabinet; answers its id. Errors: NOT_FOUND, CABINET_LAST_MANAGER.',
  })
  async leaveCabinet(
    @Arg('input', () => LeaveCabinetInput, { description: 'Which one.' }) input: LeaveCabinetInput,
    @Ctx() context: Context,
  ): Promise<string> {
    return (await context.run(archive.leaveCabinet, input)).id;
  }

  @Auth('cabinet:transfer')
  @Mutation(() => CabinetType, {
    description:
      'From now on a cabinet counts against the plan of another member, who becomes a manager. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID, ARCHIVE_LIMIT, NAME_TAKEN, QUOTA_EXCEEDED.',
  })
  async transferCabinet(
    @Arg('input', () => TransferCabinetInput, { description: 'Which one, and to whom.' }) input: TransferCabinetInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.transferCabinet, input)).id);
  }

  @Auth('cabinet:enter', { stepUp: true })
  @Mutation(() => CabinetType, {
    description:
      'Makes an admin a manager of a cabinet for 60 minutes; its managers are notified at once. Errors: NOT_FOUND, STEP_UP_REQUIRED.',
  })
  async openCabinetAsAdmin(
    @Arg('input', () => OpenCabinetAsAdminInput, { description: 'Which one, and why.' }) input: OpenCabinetAsAdminInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    await context.run(archive.openCabinetAsAdmin, input);
    return archive.getCabinet(context.read, input.id);
  }
}
