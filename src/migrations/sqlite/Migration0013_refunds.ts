import { Migration } from '@mikro-orm/migrations';

/** Refunds are rows: what a payment gave back before becomes one, made at the provider. An event remembers how it went. */
export class Migration0013_refunds extends Migration {

  override name = 'Migration0013_refunds';

  override up(): void | Promise<void> {
    this.addSql(`create table \`refund\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payment_id\` char(36) not null, \`credit_note_id\` char(36) null, \`status\` text check (\`status\` in ('PENDING', 'REQUESTED', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'UNKNOWN')) not null default 'PENDING', \`origin\` text check (\`origin\` in ('SYSTEM', 'PROVIDER')) not null default 'SYSTEM', \`reason\` text check (\`reason\` in ('REQUESTED_BY_CUSTOMER', 'DUPLICATE', 'WITHDRAWAL', 'NOT_DELIVERED', 'GOODWILL', 'FRAUD')) null, \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`provider\` text not null, \`provider_refund_id\` text null, \`attempt\` integer not null default 1, \`is_manual\` integer not null default false, \`due_reason\` text check (\`due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS')) null, \`failure_reason\` text null, \`succeeded_at\` datetime null, \`paid_on\` text null, \`reference\` text null, \`proof_file_id\` char(36) null, constraint \`refund_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict, constraint \`refund_credit_note_id_foreign\` foreign key (\`credit_note_id\`) references \`invoice\` (\`id\`) on delete restrict, constraint \`refund_proof_file_id_foreign\` foreign key (\`proof_file_id\`) references \`stored_file\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`refund_payment_id_index\` on \`refund\` (\`payment_id\`);`);
    this.addSql(`create index \`refund_credit_note_id_index\` on \`refund\` (\`credit_note_id\`);`);
    this.addSql(`create index \`refund_proof_file_id_index\` on \`refund\` (\`proof_file_id\`);`);
    this.addSql(`create index \`refund_status_index\` on \`refund\` (\`status\`);`);
    this.addSql(`create unique index \`refund_provider_provider_refund_id_unique\` on \`refund\` (\`provider\`, \`provider_refund_id\`);`);

    this.addSql(`drop index \`payment_provider_payment_id_index\`;`);
    this.addSql(`create unique index \`payment_provider_provider_payment_id_unique\` on \`payment\` (\`provider\`, \`provider_payment_id\`);`);

    this.addSql(`alter table \`webhook_event\` add column \`attempts\` integer not null default 0;`);
    this.addSql(`alter table \`webhook_event\` add column \`last_error\` text null;`);
    this.addSql(`alter table \`webhook_event\` add column \`payment_id\` char(36) null;`);

    // A payment's id names its refund too: one each, and another table. Its provider's id is taken over when it is read again.
    this.addSql(`insert into \`refund\` (\`id\`, \`created_at\`, \`payment_id\`, \`status\`, \`origin\`, \`amount_cents\`, \`currency\`, \`provider\`, \`succeeded_at\`) select \`id\`, coalesce(\`paid_at\`, \`created_at\`), \`id\`, 'SUCCEEDED', 'PROVIDER', \`refunded_cents\`, \`currency\`, \`provider\`, coalesce(\`paid_at\`, \`created_at\`) from \`payment\` where \`refunded_cents\` > 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`refund\`;`);

    this.addSql(`drop index \`payment_provider_provider_payment_id_unique\`;`);
    this.addSql(`create index \`payment_provider_payment_id_index\` on \`payment\` (\`provider_payment_id\`);`);

    this.addSql(`alter table \`webhook_event\` drop column \`attempts\`;`);
    this.addSql(`alter table \`webhook_event\` drop column \`last_error\`;`);
    this.addSql(`alter table \`webhook_event\` drop column \`payment_id\`;`);
  }

}
