import { Migration } from '@mikro-orm/migrations';

/** How many ten-thousandths of the invoice’s currency are in one of its minor units. */
const scale = "(case `invoice`.`currency` when 'XOF' then 10000 else 100 end)";

/** Versions of the seller, legal mentions, billing profiles, and lines with exact prices: thousandths of quantities, ten-thousandths of the currency. */
export class Migration0012_sellers extends Migration {

  override name = 'Migration0012_sellers';

  override up(): void | Promise<void> {
    this.addSql(`create table \`legal_mention\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`code\` varchar(40) not null, \`place\` enum('TOTALS','FOOTER') not null, \`applies_to\` enum('ALWAYS','FRANCHISE','REVERSE_CHARGE','OUTSIDE_EU','SERVICES','GOODS','MIXED','VAT_ON_DEBITS','BUSINESS_TO_PAY') not null, \`text_fr\` varchar(500) not null, \`text_en\` varchar(500) not null, \`valid_from\` varchar(10) not null, \`valid_until\` varchar(10) null, \`source\` varchar(255) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`legal_mention\` add index \`legal_mention_code_valid_from_index\` (\`code\`, \`valid_from\`);`);

    this.addSql(`create table \`seller\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`valid_from\` varchar(10) not null, \`name\` varchar(255) not null, \`legal_form\` varchar(100) not null, \`capital_cents\` bigint null, \`register\` varchar(100) null, \`address_lines\` json not null, \`postcode\` varchar(20) not null, \`city\` varchar(100) not null, \`country\` varchar(2) not null default 'FR', \`siren\` varchar(9) not null, \`siret\` varchar(14) not null, \`vat_number\` varchar(20) null, \`vat_regime\` enum('FRANCHISE','STANDARD') not null, \`vat_on_debits\` tinyint(1) not null default false, \`vat_period\` enum('MONTHLY','QUARTERLY','SIMPLIFIED','FRANCHISE') not null default 'MONTHLY', \`accounting_basis\` enum('ACCRUAL','CASH') not null default 'ACCRUAL', \`fiscal_year_end\` varchar(5) not null default '12-31', \`iban\` varchar(34) null, \`bic\` varchar(11) null, \`email\` varchar(255) not null, \`phone\` varchar(30) null, \`electronic_address\` varchar(255) null, \`payment_term_days\` int not null default 30, \`discount_text_fr\` varchar(500) null, \`discount_text_en\` varchar(500) null, \`penalty_text_fr\` varchar(500) null, \`penalty_text_en\` varchar(500) null, \`accounts\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`seller\` add index \`seller_valid_from_id_index\` (\`valid_from\`, \`id\`);`);

    this.addSql(`create table \`billing_profile\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`person_id\` char(36) not null, \`kind\` enum('PERSON','FRENCH_BUSINESS','EU_BUSINESS','OTHER_BUSINESS') not null default 'PERSON', \`name\` varchar(255) null, \`address_lines\` json not null, \`postcode\` varchar(20) null, \`city\` varchar(100) null, \`country\` varchar(2) null, \`siren\` varchar(9) null, \`siret\` varchar(14) null, \`vat_number\` varchar(20) null, \`vat_number_check\` enum('UNCHECKED','VALID','INVALID') not null default 'UNCHECKED', \`electronic_address\` varchar(255) null, \`purchase_order\` varchar(100) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`billing_profile\` add index \`billing_profile_person_id_index\` (\`person_id\`);`);
    this.addSql(`alter table \`billing_profile\` add unique \`billing_profile_person_id_unique\` (\`person_id\`);`);

    this.addSql(`alter table \`invoice_line\` add \`discount_cents\` bigint not null default '0', add \`category\` enum('S','E','AE','O') not null default 'S', add \`exemption_code\` varchar(30) null;`);
    this.addSql(`alter table \`invoice_line\` change \`quantity\` \`quantity_thousandths\` int not null;`);
    this.addSql(`alter table \`invoice_line\` change \`unit_net_cents\` \`unit_price_ten_thousandths\` bigint not null;`);
    this.unguarded(`set \`quantity_thousandths\` = \`quantity_thousandths\` * 1000, \`unit_price_ten_thousandths\` = \`unit_price_ten_thousandths\` * ${scale}, \`category\` = if(\`tax_rate\` = 0, 'E', 'S'), \`exemption_code\` = if(\`tax_rate\` = 0, 'VATEX-FR-FRANCHISE', null)`);

    this.addSql(`alter table \`billing_profile\` add constraint \`billing_profile_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete cascade;`);
  }

  /** Lines of issued invoices are fixed by a trigger: it is taken away for this one change. */
  private unguarded(changes: string): void {
    this.addSql(`drop trigger \`invoice_line_fixed\`;`);
    this.addSql(`update \`invoice_line\` join \`invoice\` on \`invoice\`.\`id\` = \`invoice_line\`.\`invoice_id\` ${changes};`);
    this.addSql(`create trigger \`invoice_line_fixed\` before update on \`invoice_line\` for each row begin if true then signal sqlstate '45000' set message_text = 'an issued invoice is immutable'; end if; end;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`legal_mention\`;`);
    this.addSql(`drop table if exists \`seller\`;`);
    this.addSql(`drop table if exists \`billing_profile\`;`);

    this.unguarded(`set \`quantity_thousandths\` = \`quantity_thousandths\` div 1000, \`unit_price_ten_thousandths\` = \`unit_price_ten_thousandths\` div ${scale}`);
    this.addSql(`alter table \`invoice_line\` drop column \`discount_cents\`, drop column \`category\`, drop column \`exemption_code\`;`);
    this.addSql(`alter table \`invoice_line\` change \`quantity_thousandths\` \`quantity\` int not null;`);
    this.addSql(`alter table \`invoice_line\` change \`unit_price_ten_thousandths\` \`unit_net_cents\` bigint not null;`);
  }

}
