import { Migration } from '@mikro-orm/migrations';

const fixed = ['kind', 'series', 'sequence', 'number', 'subject_type', 'subject_id', 'net_cents', 'tax_cents', 'gross_cents', 'currency', 'issued_at', 'due_on'];

/** Several credit notes of one subject, at most one live invoice; a payment knows its invoice, a credit note what it corrects. */
export class Migration0014_credit_notes extends Migration {

  override name = 'Migration0014_credit_notes';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`payment\` add \`invoice_id\` char(36) null;`);

    this.addSql(`alter table \`invoice\` drop index \`invoice_kind_subject_type_subject_id_unique\`;`);
    this.addSql(`alter table \`invoice\` add \`live_for\` varchar(80) null, add \`corrects_id\` char(36) null, add \`credited_cents\` bigint not null default '0', add \`cancelled_at\` datetime(3) null;`);
    this.addSql(`alter table \`invoice\` add unique \`invoice_live_for_unique\` (\`live_for\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_corrects_id_index\` (\`corrects_id\`);`);

    this.addSql(`update \`invoice\` set \`live_for\` = concat(\`subject_type\`, ':', \`subject_id\`) where \`kind\` = 'INVOICE' and \`status\` <> 'CANCELLED';`);
    // An invoice carries the instant of the payment it was issued for.
    this.addSql(`update \`payment\` join \`invoice\` on \`invoice\`.\`kind\` = 'INVOICE' and \`invoice\`.\`subject_type\` = \`payment\`.\`subject_type\` and \`invoice\`.\`subject_id\` = \`payment\`.\`subject_id\` and \`invoice\`.\`paid_at\` = \`payment\`.\`paid_at\` set \`payment\`.\`invoice_id\` = \`invoice\`.\`id\` where \`payment\`.\`refund_due_reason\` is null;`);
    this.guard([...fixed, 'corrects_id']);
  }

  private guard(columns: readonly string[]): void {
    const changed = [...columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`), 'cast(old.`document` as char) <> cast(new.`document` as char)'];
    this.addSql(`drop trigger \`invoice_fixed\`;`);
    this.addSql(`create trigger \`invoice_fixed\` before update on \`invoice\` for each row begin if ${changed.join(' or ')} then signal sqlstate '45000' set message_text = 'an issued invoice is immutable'; end if; end;`);
  }

  override down(): void | Promise<void> {
    this.guard(fixed);
    this.addSql(`alter table \`invoice\` drop index \`invoice_live_for_unique\`;`);
    this.addSql(`alter table \`invoice\` drop index \`invoice_corrects_id_index\`;`);
    this.addSql(`alter table \`invoice\` drop column \`live_for\`, drop column \`corrects_id\`, drop column \`credited_cents\`, drop column \`cancelled_at\`;`);
    this.addSql(`alter table \`invoice\` add unique \`invoice_kind_subject_type_subject_id_unique\` (\`kind\`, \`subject_type\`, \`subject_id\`);`);

    this.addSql(`alter table \`payment\` drop column \`invoice_id\`;`);
  }

}
