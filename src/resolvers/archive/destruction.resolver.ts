import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { DestructionCertificatesArgs } from '../../schema/archive/retention.args.ts';
import { EmptyTrashInput, PurgeDocumentInput } from '../../schema/archive/retention.input.ts';
import {
  CertificateLinkType,
  DestructionCertificateConnection,
  DestructionCertificateType,
  TrashEmptiedType,
} from '../../schema/archive/retention.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Destruction, and what proves it. */
@Resolver()
export class DestructionResolver {
  @Auth('document:purge')
  @Mutation(() => DestructionCertificateType, {
    description:
      'Destroys a document that is in the trash, for ever; answers its certificate. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED, DOCUMENT_LOCKED, LEGAL_HOLD, RETENTION_ACTIVE with `until`.',
  })
  async purgeDocument(
    @Arg('input', () => PurgeDocumentInput, { description: 'Which one.' }) input: PurgeDocumentInput,
    @Ctx() context: Context,
  ): Promise<archive.CertificateRow> {
    return archive.getCertificate(context.read, await context.perform(archive.purgeDocument, input));
  }

  @Heavy()
  @Auth('document:purge')
  @Mutation(() => TrashEmptiedType, {
    description:
      'Destroys what is in the trash of a cabinet, but for what must be kept; 200 documents at most, asked again the next ones. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.',
  })
  emptyTrash(
    @Arg('input', () => EmptyTrashInput, { description: 'Of which cabinet.' }) input: EmptyTrashInput,
    @Ctx() context: Context,
  ): Promise<archive.TrashEmptied> {
    return context.perform(archive.emptyTrash, input);
  }

  @Auth('certificate:read')
  @Query(() => DestructionCertificateConnection, {
    description:
      'Certificates of destruction of a cabinet, for its managers; of all, for admins and auditors. The newest first unless said. Errors: NOT_FOUND, FORBIDDEN.',
  })
  destructionCertificates(
    @Args(() => DestructionCertificatesArgs) args: DestructionCertificatesArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<archive.CertificateRow>> {
    return archive.listCertificates(read, args);
  }

  @Auth('certificate:read')
  @Query(() => CertificateLinkType, { description: 'The PDF of a certificate, for a minute. Error: NOT_FOUND.' })
  destructionCertificatePdf(
    @Arg('id', () => ID, { description: 'The certificate.' }) id: string,
    @Ctx() context: Context,
  ): Promise<archive.CertificateLink> {
    return context.perform(archive.linkToCertificate, { id });
  }
}
