import type { DestroyedKind } from '../../../../entities/archive/destruction-certificate.entity.ts';
import { can } from '../../../access/actor.ts';
import { DomainError, hiding } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import { instantFrom, numberFrom } from '../../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { cabinetAccess, memberColumn } from '../../access/cabinet-access.ts';
import { requireIn } from '../../access/require.ts';
import { certificateFile } from '../certificates/certificate.ts';

type Sort = SortOf<'DestructionCertificateSort'>;

/** A certificate as those who may see it meet it. */
export interface CertificateRow {
  readonly id: string;
  readonly number: number;
  readonly kind: DestroyedKind;
  readonly cabinetId: string;
  readonly documentId: string | null;
  readonly issuedAt: Date;
  readonly auditEntry: number;
  readonly keyId: string;
  /** The file that `certificate:verify` takes. */
  readonly file: string;
}

export interface ListCertificates extends ListRequest<Sort> {
  /** Those of one cabinet; for admins and auditors of all unless said. */
  readonly cabinetId?: string | null | undefined;
}

const number = sortKey<CertificateRow>('certificate.number', 'number', (row) => row.number);
const orders: Orders<CertificateRow, Sort> = { NUMBER_DESC: [number.desc], NUMBER_ASC: [number.asc] };

/** Certificates of a cabinet, for its managers; of all, for admins and auditors. Errors: NOT_FOUND, FORBIDDEN. */
export async function listCertificates(
  ctx: ReadContext,
  { cabinetId, orderBy, ...page }: ListCertificates,
): Promise<PageOf<CertificateRow>> {
  if (!seesAll(ctx)) await requireManaged(ctx, cabinetId);
  let query = certificateRows(ctx);
  if (cabinetId) query = query.where('certificate.cabinet_id', '=', cabinetId);
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'NUMBER_DESC', page },
    shape: (rows) => rows.map(shape),
  });
}

/** One certificate that the caller may see. Error: NOT_FOUND. */
export async function getCertificate(ctx: ReadContext, id: string): Promise<CertificateRow> {
  const certificate = await certificateById(ctx, id);
  if (seesAll(ctx) || (await manages(ctx, certificate.cabinetId))) return certificate;
  throw hiding({ type: 'cabinet', id: certificate.cabinetId });
}

/** One certificate, whoever asks. Error: NOT_FOUND. */
export async function certificateById(ctx: Pick<ReadContext, 'db'>, id: string): Promise<CertificateRow> {
  const row = isId(id) ? await certificateRows(ctx).where('certificate.id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return shape(row);
}

/** Admins and auditors look after what is destroyed, and read nothing of it. */
const seesAll = ({ actor }: ReadContext): boolean => can(actor, 'archive:dashboard');

async function requireManaged(ctx: ReadContext, cabinetId: string | null | undefined): Promise<void> {
  if (!cabinetId || !isId(cabinetId)) throw new DomainError('NOT_FOUND');
  if (await manages(ctx, cabinetId)) return;
  requireIn(ctx, await cabinetAccess(ctx.db, ctx, cabinetId), 'certificate:read');
}

/** Also of a cabinet that is being deleted. Of a destroyed one, whose members are gone, its owner. */
async function manages(ctx: ReadContext, cabinetId: string): Promise<boolean> {
  const member = memberColumn(ctx.actor);
  if (member === undefined) return false;
  const place = await ctx.db
    .selectFrom('cabinet_member')
    .select('id')
    .where('cabinet_id', '=', cabinetId)
    .where(member.column, '=', member.id)
    .where('role', '=', 'MANAGER')
    .where((on) => on.or([on('expires_at', 'is', null), on('expires_at', '>', ctx.now)]))
    .executeTakeFirst();
  if (place !== undefined) return true;
  const owned = await ctx.db
    .selectFrom('cabinet')
    .select('id')
    .where('id', '=', cabinetId)
    .where('owner_id', '=', member.id)
    .where('status', '=', 'DESTROYED')
    .executeTakeFirst();
  return owned !== undefined;
}

const certificateRows = ({ db }: Pick<ReadContext, 'db'>) =>
  db
    .selectFrom('destruction_certificate as certificate')
    .select(['certificate.id', 'certificate.number', 'certificate.kind', 'certificate.cabinet_id as cabinetId'])
    .select(['certificate.document_id as documentId', 'certificate.created_at as issuedAt', 'certificate.text'])
    .select(['certificate.audit_seq as auditEntry', 'certificate.key_id as keyId', 'certificate.signature']);

type Row = Awaited<ReturnType<ReturnType<typeof certificateRows>['execute']>>[number];

const shape = ({ text, signature, ...row }: Row): CertificateRow => ({
  ...row,
  number: numberFrom(row.number),
  auditEntry: numberFrom(row.auditEntry),
  issuedAt: instantFrom(row.issuedAt),
  file: certificateFile(text, signature),
});
