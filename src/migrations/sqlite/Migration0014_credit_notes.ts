import { Migration } from '@mikro-orm/migrations';

const fixed = '`kind`, `series`, `sequence`, `number`, `subject_type`, `subject_id`, `document`, `net_cents`, `tax_cents`, `gross_cents`, `currency`, `issued_at`, `due_on`';

/** Several credit notes of one subject, at most one live invoice; a payment knows its invoice, a credit note what it corrects. */
export class Migration0014_credit_notes extends Migration {

  override name = 'Migration0014_credit_notes';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`payment\` add column \`invoice_id\` char(36) null;`);

    this.addSql(`drop index \`invoice_kind_subject_type_subject_id_unique\`;`);
    this.addSql(`alter table \`invoice\` add column \`live_for\` text null;`);
    this.addSql(`alter table \`invoice\` add column \`corrects_id\` char(36) null;`);
    this.addSql(`alter table \`invoice\` add column \`credited_cents\` bigint not null default '0';`);
    this.addSql(`alter table \`invoice\` add column \`cancelled_at\` datetime null;`);
    this.addSql(`create unique index \`invoice_live_for_unique\` on \`invoice\` (\`live_for\`);`);
    this.addSql(`create index \`invoice_corrects_id_index\` on \`invoice\` (\`corrects_id\`);`);

    this.addSql(`update \`invoice\` set \`live_for\` = \`subject_type\` || ':' || \`subject_id\` where \`kind\` = 'INVOICE' and \`status\` <> 'CANCELLED';`);
    // An invoice carries the instant of the payment it was issued for.
    this.addSql(`update \`payment\` set \`invoice_id\` = (select \`invoice\`.\`id\` from \`invoice\` where \`invoice\`.\`kind\` = 'INVOICE' and \`invoice\`.\`subject_type\` = \`payment\`.\`subject_type\` and \`invoice\`.\`subject_id\` = \`payment\`.\`subject_id\` and \`invoice\`.\`paid_at\` = \`payment\`.\`paid_at\`) where \`paid_at\` is not null and \`refund_due_reason\` is null;`);
    this.guard(`${fixed}, \`corrects_id\``);
  }

  private guard(columns: string): void {
    this.addSql(`drop trigger \`invoice_fixed\`;`);
    this.addSql(`create trigger \`invoice_fixed\` before update of ${columns} on \`invoice\` begin select raise(abort, 'an issued invoice is immutable'); end;`);
  }

  override down(): void | Promise<void> {
    this.guard(fixed);
    this.addSql(`drop index \`invoice_live_for_unique\`;`);
    this.addSql(`drop index \`invoice_corrects_id_index\`;`);
    this.addSql(`alter table \`invoice\` drop column \`live_for\`;`);
    this.addSql(`alter table \`invoice\` drop column \`corrects_id\`;`);
    this.addSql(`alter table \`invoice\` drop column \`credited_cents\`;`);
    this.addSql(`alter table \`invoice\` drop column \`cancelled_at\`;`);
    this.addSql(`create unique index \`invoice_kind_subject_type_subject_id_unique\` on \`invoice\` (\`kind\`, \`subject_type\`, \`subject_id\`);`);

    this.addSql(`alter table \`payment\` drop column \`invoice_id\`;`);
  }

}
