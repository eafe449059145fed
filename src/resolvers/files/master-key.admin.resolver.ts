import { Ctx, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { MasterKeysType } from '../../schema/files/master-key.type.ts';
import { readMasterKeys, type MasterKeysView } from '../../services/files/index.ts';
import type { Context } from '../context.ts';

/** The master keys, for those who look after the installation. They are changed from its shell only. */
@Resolver(() => MasterKeysType)
export class MasterKeyAdminResolver {
  @Auth('key:read')
  @Query(() => MasterKeysType, { description: 'The master keys, and how far a rotation is.' })
  masterKeys(@Ctx() context: Context): Promise<MasterKeysView> {
    return context.perform(readMasterKeys, undefined);
  }
}
