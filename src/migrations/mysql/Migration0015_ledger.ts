import { Migration } from '@mikro-orm/migrations';

const refuse = (condition: string, why: string): string => `for each row begin if ${condition} then signal sqlstate '45000' set message_text = '${why}'; end if; end;`;
const limit = 'date_sub(utc_timestamp(3), interval 10 year)';
/** Allocations and reversals are only added; they go with what they are about, ten years later by the database's own clock. */
const guards = {
  payment_allocation_fixed: `before update on \`payment_allocation\` ${refuse('true', 'an allocation is immutable')}`,
  payment_allocation_kept: `before delete on \`payment_allocation\` ${refuse(`(select \`issued_at\` from \`invoice\` where \`id\` = old.\`invoice_id\`) > ${limit}`, 'an allocation is kept')}`,
  payment_allocation_within: `before insert on \`payment_allocation\` ${refuse('new.`amount_cents` > 0 and new.`amount_cents` + (select coalesce(sum(`amount_cents`), 0) from `payment_allocation` where `invoice_id` = new.`invoice_id`) > (select `gross_cents` from `invoice` where `id` = new.`invoice_id`)', 'more is allocated than the invoice')}`,
  payment_reversal_fixed: `before update on \`payment_reversal\` ${refuse('true', 'a reversal is immutable')}`,
  payment_reversal_kept: `before delete on \`payment_reversal\` ${refuse(`old.\`at\` > ${limit}`, 'a reversal is kept')}`,
};
const fixedBefore = ['kind', 'series', 'sequence', 'number', 'subject_type', 'subject_id', 'net_cents', 'tax_cents', 'gross_cents', 'currency', 'issued_at', 'due_on', 'corrects_id'];
const fixed = ['id', 'created_at', 'buyer_id', 'locale', ...fixedBefore];

/** Allocations, reversals and disputes; each invoice knows its sums and its balance. All but what moves of it is protected. */
export class Migration0015_ledger extends Migration {

  override name = 'Migration0015_ledger';

  override up(): void | Promise<void> {
    this.addSql(`create table \`payment_reversal\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`payment_id\` char(36) not null, \`amount_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`reason\` varchar(500) not null, \`at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`payment_reversal\` add unique \`payment_reversal_payment_id_unique\` (\`payment_id\`);`);

    this.addSql(`create table \`dispute\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`payment_id\` char(36) not null, \`status\` enum('OPEN','WON','LOST') not null default 'OPEN', \`provider\` varchar(20) not null, \`provider_dispute_id\` varchar(255) not null, \`amount_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`reason\` varchar(100) not null, \`respond_by\` datetime(3) null, \`closed_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`dispute\` add index \`dispute_payment_id_index\` (\`payment_id\`);`);
    this.addSql(`alter table \`dispute\` add index \`dispute_status_index\` (\`status\`);`);
    this.addSql(`alter table \`dispute\` add unique \`dispute_provider_provider_dispute_id_unique\` (\`provider\`, \`provider_dispute_id\`);`);

    this.addSql(`create table \`payment_allocation\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`payment_id\` char(36) not null, \`invoice_id\` char(36) not null, \`cause\` enum('PAYMENT','REFUND','DISPUTE','REVERSAL') not null, \`amount_cents\` bigint not null, \`at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`payment_allocation\` add index \`payment_allocation_payment_id_index\` (\`payment_id\`);`);
    this.addSql(`alter table \`payment_allocation\` add index \`payment_allocation_invoice_id_index\` (\`invoice_id\`);`);

    this.addSql(`alter table \`payment\` add \`method\` enum('CARD','SEPA','MOBILE_MONEY','TRANSFER','CHEQUE','CASH','OTHER') not null default 'CARD', add \`received_on\` varchar(10) null, add \`reference\` varchar(140) null, add \`allocated_cents\` bigint not null default '0', add \`disputed_cents\` bigint not null default '0', add \`reversed_at\` datetime(3) null;`);
    this.addSql(`alter table \`payment\` modify \`refund_due_reason\` enum('ALREADY_PAID','NOT_PAYABLE','AMOUNT_DIFFERS','OVERPAID') null;`);

    this.addSql(`alter table \`invoice\` drop index \`invoice_status_index\`;`);
    this.addSql(`alter table \`invoice\` add \`paid_cents\` bigint not null default '0', add \`refunded_cents\` bigint not null default '0', add \`lost_cents\` bigint not null default '0', add \`balance_cents\` bigint not null default '0', add \`sent_at\` datetime(3) null, add \`overdue_at\` datetime(3) null;`);
    this.addSql(`alter table \`invoice\` add index \`invoice_status_due_on_index\` (\`status\`, \`due_on\`);`);

    this.addSql(`alter table \`refund\` modify \`due_reason\` enum('ALREADY_PAID','NOT_PAYABLE','AMOUNT_DIFFERS','OVERPAID') null;`);

    this.addSql(`alter table \`payment_reversal\` add constraint \`payment_reversal_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`dispute\` add constraint \`dispute_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`payment_allocation\` add constraint \`payment_allocation_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`payment_allocation\` add constraint \`payment_allocation_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete restrict;`);

    // Existing invoices: each was paid by the payment that knows it; of what went back, what a credit note documents is taken back.
    this.addSql(`update \`payment\` set \`allocated_cents\` = \`amount_cents\` where \`invoice_id\` is not null;`);
    this.addSql(`insert into \`payment_allocation\` (\`id\`, \`created_at\`, \`payment_id\`, \`invoice_id\`, \`cause\`, \`amount_cents\`, \`at\`) select \`id\`, \`paid_at\`, \`id\`, \`invoice_id\`, 'PAYMENT', \`amount_cents\`, \`paid_at\` from \`payment\` where \`invoice_id\` is not null;`);
    this.addSql(`insert into \`payment_allocation\` (\`id\`, \`created_at\`, \`payment_id\`, \`invoice_id\`, \`cause\`, \`amount_cents\`, \`at\`) select concat('1', substr(\`payment\`.\`id\`, 2)), \`payment\`.\`paid_at\`, \`payment\`.\`id\`, \`invoice_id\`, 'REFUND', -least(\`payment\`.\`refunded_cents\`, \`credited_cents\`), \`payment\`.\`paid_at\` from \`payment\` inner join \`invoice\` on \`invoice\`.\`id\` = \`payment\`.\`invoice_id\` where least(\`payment\`.\`refunded_cents\`, \`credited_cents\`) > 0;`);
    this.addSql(`update \`invoice\` set \`paid_cents\` = coalesce((select sum(\`amount_cents\`) from \`payment_allocation\` where \`invoice_id\` = \`invoice\`.\`id\` and \`cause\` = 'PAYMENT'), 0), \`refunded_cents\` = coalesce((select -sum(\`amount_cents\`) from \`payment_allocation\` where \`invoice_id\` = \`invoice\`.\`id\` and \`cause\` = 'REFUND'), 0) where \`kind\` <> 'CREDIT_NOTE';`);
    this.addSql(`update \`invoice\` set \`balance_cents\` = \`gross_cents\` - \`credited_cents\` - \`paid_cents\` + \`refunded_cents\` where \`kind\` <> 'CREDIT_NOTE';`);

    this.guard(fixed);
    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
  }

  private guard(columns: readonly string[]): void {
    const changed = [...columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`), 'cast(old.`document` as char) <> cast(new.`document` as char)'];
    this.addSql(`drop trigger \`invoice_fixed\`;`);
    this.addSql(`create trigger \`invoice_fixed\` before update on \`invoice\` for each row begin if ${changed.join(' or ')} then signal sqlstate '45000' set message_text = 'an issued invoice is immutable'; end if; end;`);
  }

  override down(): void | Promise<void> {
    for (const name of Object.keys(guards)) this.addSql(`drop trigger \`${name}\`;`);
    this.guard(fixedBefore);
    this.addSql(`update \`payment\` set \`refund_due_reason\` = 'NOT_PAYABLE' where \`refund_due_reason\` = 'OVERPAID';`);
    this.addSql(`update \`refund\` set \`due_reason\` = 'NOT_PAYABLE' where \`due_reason\` = 'OVERPAID';`);
    this.addSql(`drop table if exists \`payment_reversal\`;`);
    this.addSql(`drop table if exists \`dispute\`;`);
    this.addSql(`drop table if exists \`payment_allocation\`;`);

    this.addSql(`alter table \`invoice\` drop index \`invoice_status_due_on_index\`;`);
    this.addSql(`alter table \`invoice\` drop column \`paid_cents\`, drop column \`refunded_cents\`, drop column \`lost_cents\`, drop column \`balance_cents\`, drop column \`sent_at\`, drop column \`overdue_at\`;`);
    this.addSql(`alter table \`invoice\` add index \`invoice_status_index\` (\`status\`);`);

    this.addSql(`alter table \`payment\` drop column \`method\`, drop column \`received_on\`, drop column \`reference\`, drop column \`allocated_cents\`, drop column \`disputed_cents\`, drop column \`reversed_at\`;`);
    this.addSql(`alter table \`payment\` modify \`refund_due_reason\` enum('ALREADY_PAID','NOT_PAYABLE','AMOUNT_DIFFERS') null;`);

    this.addSql(`alter table \`refund\` modify \`due_reason\` enum('ALREADY_PAID','NOT_PAYABLE','AMOUNT_DIFFERS') null;`);
  }

}
