import { Migration } from '@mikro-orm/migrations';

/** Refunds are rows: what a payment gave back before becomes one, made at the provider. An event remembers how it went. */
export class Migration0013_refunds extends Migration {

  override name = 'Migration0013_refunds';

  override up(): void | Promise<void> {
    this.addSql(`create table \`refund\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`payment_id\` char(36) not null, \`credit_note_id\` char(36) null, \`status\` enum('PENDING','REQUESTED','SUCCEEDED','FAILED','CANCELLED','UNKNOWN') not null default 'PENDING', \`origin\` enum('SYSTEM','PROVIDER') not null default 'SYSTEM', \`reason\` enum('REQUESTED_BY_CUSTOMER','DUPLICATE','WITHDRAWAL','NOT_DELIVERED','GOODWILL','FRAUD') null, \`amount_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`provider\` varchar(20) not null, \`provider_refund_id\` varchar(255) null, \`attempt\` int not null default 1, \`is_manual\` tinyint(1) not null default false, \`due_reason\` enum('ALREADY_PAID','NOT_PAYABLE','AMOUNT_DIFFERS') null, \`failure_reason\` varchar(255) null, \`succeeded_at\` datetime(3) null, \`paid_on\` varchar(10) null, \`reference\` varchar(140) null, \`proof_file_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`refund\` add index \`refund_payment_id_index\` (\`payment_id\`);`);
    this.addSql(`alter table \`refund\` add index \`refund_credit_note_id_index\` (\`credit_note_id\`);`);
    this.addSql(`alter table \`refund\` add index \`refund_proof_file_id_index\` (\`proof_file_id\`);`);
    this.addSql(`alter table \`refund\` add index \`refund_status_index\` (\`status\`);`);
    this.addSql(`alter table \`refund\` add unique \`refund_provider_provider_refund_id_unique\` (\`provider\`, \`provider_refund_id\`);`);

    this.addSql(`alter table \`payment\` drop index \`payment_provider_payment_id_index\`;`);
    this.addSql(`alter table \`payment\` add unique \`payment_provider_provider_payment_id_unique\` (\`provider\`, \`provider_payment_id\`);`);

    this.addSql(`alter table \`webhook_event\` add \`attempts\` int not null default 0, add \`last_error\` varchar(255) null, add \`payment_id\` char(36) null;`);

    this.addSql(`alter table \`refund\` add constraint \`refund_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`refund\` add constraint \`refund_credit_note_id_foreign\` foreign key (\`credit_note_id\`) references \`invoice\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`refund\` add constraint \`refund_proof_file_id_foreign\` foreign key (\`proof_file_id\`) references \`stored_file\` (\`id\`) on delete restrict;`);

    // A payment's id names its refund too: one each, and another table. Its provider's id is taken over when it is read again.
    this.addSql(`insert into \`refund\` (\`id\`, \`created_at\`, \`payment_id\`, \`status\`, \`origin\`, \`amount_cents\`, \`currency\`, \`provider\`, \`succeeded_at\`) select \`id\`, coalesce(\`paid_at\`, \`created_at\`), \`id\`, 'SUCCEEDED', 'PROVIDER', \`refunded_cents\`, \`currency\`, \`provider\`, coalesce(\`paid_at\`, \`created_at\`) from \`payment\` where \`refunded_cents\` > 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`refund\`;`);

    this.addSql(`alter table \`payment\` drop index \`payment_provider_provider_payment_id_unique\`;`);
    this.addSql(`alter table \`payment\` add index \`payment_provider_payment_id_index\` (\`provider_payment_id\`);`);

    this.addSql(`alter table \`webhook_event\` drop column \`attempts\`, drop column \`last_error\`, drop column \`payment_id\`;`);
  }

}
