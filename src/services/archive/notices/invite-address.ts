import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { queueMail, recipientsOf } from '../../notifications/index.ts';
import { cabinetInvitationMail } from '../emails/cabinet-invitation.ts';
import type { NoticeTx } from './notify-place.ts';

const registerPath = '/inscription';

/** Mails an address that a place waits for it; nothing once it has an account, or the place is over. */
export async function inviteAddress(tx: NoticeTx, { memberId }: { readonly memberId: string }): Promise<void> {
  const member = await tx.em.findOne(CabinetMember, { id: memberId });
  if (!member?.email || member.grantedBy === null) return;
  const cabinet = await tx.em.findOneOrFail(Cabinet, { id: member.cabinet.id });
  const inviter = (await recipientsOf(tx, [member.grantedBy])).get(member.grantedBy);
  if (inviter === undefined) return;
  await queueMail(tx, {
    ...{ template: cabinetInvitationMail, recipient: { email: member.email, name: '' }, locale: inviter.locale },
    data: {
      ...{ cabinetName: cabinet.name, inviterName: inviter.name },
      registerUrl: `${tx.config.frontUrl}${registerPath}`,
    },
    dedupeKey: `cabinet-invitation:${memberId}:${member.expiresAt?.toISOString() ?? ''}`,
  });
}
