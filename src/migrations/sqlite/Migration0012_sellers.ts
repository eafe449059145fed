import { Migration } from '@mikro-orm/migrations';

/** The guards of Migration0002 and Migration0004: a rebuilt table has lost its own. */
const guards = {
  invoice_line_kept: "before delete on `invoice_line` when (select `issued_at` from `invoice` where `id` = old.`invoice_id`) > (cast(strftime('%s', 'now', '-10 years') as integer) * 1000) begin select raise(abort, 'an issued invoice is kept'); end;",
  invoice_line_fixed: "before update on `invoice_line` begin select raise(abort, 'an issued invoice is immutable'); end;",
} as const;

/** How many ten-thousandths of the invoice’s currency are in one of its minor units. */
const scale = "(case (select `currency` from `invoice` where `invoice`.`id` = `invoice_line`.`invoice_id`) when 'XOF' then 10000 else 100 end)";

/** Versions of the seller, legal mentions, billing profiles, and lines with exact prices: thousandths of quantities, ten-thousandths of the currency. */
export class Migration0012_sellers extends Migration {

  override name = 'Migration0012_sellers';

  override up(): void | Promise<void> {
    this.addSql(`create table \`legal_mention\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`code\` text not null, \`place\` text check (\`place\` in ('TOTALS', 'FOOTER')) not null, \`applies_to\` text check (\`applies_to\` in ('ALWAYS', 'FRANCHISE', 'REVERSE_CHARGE', 'OUTSIDE_EU', 'SERVICES', 'GOODS', 'MIXED', 'VAT_ON_DEBITS', 'BUSINESS_TO_PAY')) not null, \`text_fr\` text not null, \`text_en\` text not null, \`valid_from\` text not null, \`valid_until\` text null, \`source\` text not null);`);
    this.addSql(`create index \`legal_mention_code_valid_from_index\` on \`legal_mention\` (\`code\`, \`valid_from\`);`);

    this.addSql(`create table \`seller\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`valid_from\` text not null, \`name\` text not null, \`legal_form\` text not null, \`capital_cents\` bigint null, \`register\` text null, \`address_lines\` json not null, \`postcode\` text not null, \`city\` text not null, \`country\` text not null default 'FR', \`siren\` text not null, \`siret\` text not null, \`vat_number\` text null, \`vat_regime\` text check (\`vat_regime\` in ('FRANCHISE', 'STANDARD')) not null, \`vat_on_debits\` integer not null default false, \`vat_period\` text check (\`vat_period\` in ('MONTHLY', 'QUARTERLY', 'SIMPLIFIED', 'FRANCHISE')) not null default 'MONTHLY', \`accounting_basis\` text check (\`accounting_basis\` in ('ACCRUAL', 'CASH')) not null default 'ACCRUAL', \`fiscal_year_end\` text not null default '12-31', \`iban\` text null, \`bic\` text null, \`email\` text not null, \`phone\` text null, \`electronic_address\` text null, \`payment_term_days\` integer not null default 30, \`discount_text_fr\` text null, \`discount_text_en\` text null, \`penalty_text_fr\` text null, \`penalty_text_en\` text null, \`accounts\` json not null);`);
    this.addSql(`create index \`seller_valid_from_id_index\` on \`seller\` (\`valid_from\`, \`id\`);`);

    this.addSql(`create table \`billing_profile\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`person_id\` char(36) not null, \`kind\` text check (\`kind\` in ('PERSON', 'FRENCH_BUSINESS', 'EU_BUSINESS', 'OTHER_BUSINESS')) not null default 'PERSON', \`name\` text null, \`address_lines\` json not null, \`postcode\` text null, \`city\` text null, \`country\` text null, \`siren\` text null, \`siret\` text null, \`vat_number\` text null, \`vat_number_check\` text check (\`vat_number_check\` in ('UNCHECKED', 'VALID', 'INVALID')) not null default 'UNCHECKED', \`electronic_address\` text null, \`purchase_order\` text null, constraint \`billing_profile_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`billing_profile_person_id_index\` on \`billing_profile\` (\`person_id\`);`);
    this.addSql(`create unique index \`billing_profile_person_id_unique\` on \`billing_profile\` (\`person_id\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`invoice_line__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`invoice_id\` char(36) not null, \`position\` integer not null, \`description\` text not null, \`quantity_thousandths\` integer not null, \`unit_price_ten_thousandths\` bigint not null, \`discount_cents\` bigint not null default '0', \`category\` text check (\`category\` in ('S', 'E', 'AE', 'O')) not null default 'S', \`tax_rate\` integer not null, \`exemption_code\` text null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, constraint \`invoice_line_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`invoice_line__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`invoice_id\`, \`position\`, \`description\`, \`quantity\` * 1000, \`unit_net_cents\` * ${scale}, 0, case \`tax_rate\` when 0 then 'E' else 'S' end, \`tax_rate\`, case \`tax_rate\` when 0 then 'VATEX-FR-FRANCHISE' end, \`net_cents\`, \`tax_cents\`, \`gross_cents\` from \`invoice_line\`;`);
    this.addSql(`drop table \`invoice_line\`;`);
    this.addSql(`alter table \`invoice_line__temp_alter\` rename to \`invoice_line\`;`);
    this.addSql(`create index \`invoice_line_invoice_id_index\` on \`invoice_line\` (\`invoice_id\`);`);
    this.addSql(`create unique index \`invoice_line_invoice_id_position_unique\` on \`invoice_line\` (\`invoice_id\`, \`position\`);`);
    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`legal_mention\`;`);
    this.addSql(`drop table if exists \`seller\`;`);
    this.addSql(`drop table if exists \`billing_profile\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`invoice_line__temp_alter\` (\`created_at\` datetime not null, \`description\` text not null, \`gross_cents\` bigint not null, \`id\` char not null primary key, \`invoice_id\` char not null, \`net_cents\` bigint not null, \`position\` integer not null, \`quantity\` integer not null, \`tax_cents\` bigint not null, \`tax_rate\` integer not null, \`unit_net_cents\` bigint not null, \`version\` integer not null default 1, constraint \`invoice_line_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`invoice_line__temp_alter\` select \`created_at\`, \`description\`, \`gross_cents\`, \`id\`, \`invoice_id\`, \`net_cents\`, \`position\`, \`quantity_thousandths\` / 1000, \`tax_cents\`, \`tax_rate\`, \`unit_price_ten_thousandths\` / ${scale}, \`version\` from \`invoice_line\`;`);
    this.addSql(`drop table \`invoice_line\`;`);
    this.addSql(`alter table \`invoice_line__temp_alter\` rename to \`invoice_line\`;`);
    this.addSql(`create index \`invoice_line_invoice_id_index\` on \`invoice_line\` (\`invoice_id\`);`);
    this.addSql(`create unique index \`invoice_line_invoice_id_position_unique\` on \`invoice_line\` (\`invoice_id\`, \`position\`);`);
    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
