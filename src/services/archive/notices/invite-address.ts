import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { notify, queueMail, recipientsOf, type NotificationWords, type Recipient } from '../../notifications/index.ts';
import { cabinetInvitationMail } from '../emails/cabinet-invitation.ts';
import { cabinetsPath, type NoticeTx } from './notify-place.ts';

const registerPath = '/inscription';

const words: NotificationWords<{ readonly cabinet: string }> = {
  fr: ({ cabinet }) => ({
    title: 'Invitation à une armoire',
    message: `Une place vous attend dans l’armoire «\u00a0${cabinet}\u00a0», pendant 14 jours.`,
  }),
  en: ({ cabinet }) => ({
    title: 'Invitation to a cabinet',
    message: `A place waits for you in the cabinet “${cabinet}”, for 14 days.`,
  }),
};

/** Notifies an address that a place waits for it: to register, or, where it has an account, to accept. Nothing once the place is over. */
export async function inviteAddress(tx: NoticeTx, about: { readonly memberId: string }): Promise<void> {
  const invitation = await findInvitation(tx, about);
  if (invitation === null) return;
  const { email, cabinetName, inviter, account, key } = invitation;
  const answerPath = account === null ? registerPath : cabinetsPath;
  await queueMail(tx, {
    ...{ template: cabinetInvitationMail, recipient: { email, name: '' }, dedupeKey: key },
    locale: (account ?? inviter).locale,
    data: {
      ...{ cabinetName, inviterName: inviter.name, hasAccount: account !== null },
      answerUrl: `${tx.config.frontUrl}${answerPath}`,
    },
  });
  if (account === null) return;
  await notify(tx, {
    ...{ userId: account.userId, ...words[account.locale]({ cabinet: cabinetName }), type: 'DOCUMENT', dedupeKey: key },
    ...{ actionUrl: cabinetsPath, data: { invitationId: about.memberId } },
  });
}

async function findInvitation({ em }: NoticeTx, { memberId }: { readonly memberId: string }) {
  const member = await em.findOne(CabinetMember, { id: memberId });
  if (member === null || member.email === null || member.grantedBy === null) return null;
  const inviter = (await recipientsOf({ em }, [member.grantedBy])).get(member.grantedBy);
  if (inviter === undefined) return null;
  const { name: cabinetName } = await em.findOneOrFail(Cabinet, { id: member.cabinet.id });
  const account = await accountOf({ em }, member.email);
  const key = `cabinet-invitation:${memberId}:${member.expiresAt?.toISOString() ?? ''}`;
  return { email: member.email, cabinetName, inviter, account, key };
}

/** The active account of an address; null for none. */
async function accountOf({ em }: Pick<NoticeTx, 'em'>, email: string): Promise<Recipient | null> {
  const user = await em.findOne(User, { email, status: 'ACTIVE' });
  return user === null ? null : ((await recipientsOf({ em }, [user.id])).get(user.id) ?? null);
}
