import { Migration } from '@mikro-orm/migrations';

export class Migration0048_drafts_for_people_without_an_account extends Migration {

  override name = 'Migration0048_drafts_for_people_without_an_account';

  override up(): void | Promise<void> {
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`invoice_draft__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`changed_at\` datetime not null, \`author_id\` char(36) not null, \`buyer_id\` char(36) null, \`person_name\` text null, \`person_email\` text null, \`person_address\` json null, \`person_locale\` text check (\`person_locale\` in ('fr', 'en')) null, \`subject_type\` text null, \`subject_id\` char(36) null, \`kind\` text check (\`kind\` in ('INVOICE', 'DEPOSIT')) not null default 'INVOICE', \`price_basis\` text check (\`price_basis\` in ('NET', 'GROSS')) not null default 'NET', \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`operation\` text check (\`operation\` in ('SERVICES', 'GOODS', 'MIXED')) not null default 'SERVICES', \`discount_cents\` bigint null, \`discount_basis_points\` integer null, \`due_on\` text null, \`supplied_on\` text null, \`notes\` text null, \`purchase_order\` text null, constraint \`invoice_draft_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete cascade, constraint \`invoice_draft_check\` check ((buyer_id is null) <> (person_email is null)));`);
    this.addSql(`insert into \`invoice_draft__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`changed_at\`, \`author_id\`, \`buyer_id\`, null as \`person_name\`, null as \`person_email\`, null as \`person_address\`, null as \`person_locale\`, \`subject_type\`, \`subject_id\`, \`kind\`, \`price_basis\`, \`currency\`, \`operation\`, \`discount_cents\`, \`discount_basis_points\`, \`due_on\`, \`supplied_on\`, \`notes\`, \`purchase_order\` from \`invoice_draft\`;`);
    this.addSql(`drop table \`invoice_draft\`;`);
    this.addSql(`alter table \`invoice_draft__temp_alter\` rename to \`invoice_draft\`;`);
    this.addSql(`create index \`invoice_draft_buyer_id_index\` on \`invoice_draft\` (\`buyer_id\`);`);
    this.addSql(`create index \`invoice_draft_person_email_index\` on \`invoice_draft\` (\`person_email\`);`);
    this.addSql(`create index \`invoice_draft_author_id_index\` on \`invoice_draft\` (\`author_id\`);`);
    this.addSql(`create index \`invoice_draft_subject_type_subject_id_index\` on \`invoice_draft\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`invoice_draft__temp_alter\` (\`author_id\` char not null, \`buyer_id\` char not null, \`changed_at\` datetime not null, \`created_at\` datetime not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`discount_basis_points\` integer null, \`discount_cents\` bigint null, \`due_on\` text null, \`id\` char not null primary key, \`kind\` text check (\`kind\` in ('INVOICE', 'DEPOSIT')) not null default 'INVOICE', \`notes\` text null, \`operation\` text check (\`operation\` in ('SERVICES', 'GOODS', 'MIXED')) not null default 'SERVICES', \`price_basis\` text check (\`price_basis\` in ('NET', 'GROSS')) not null default 'NET', \`purchase_order\` text null, \`subject_id\` char null, \`subject_type\` text null, \`supplied_on\` text null, \`version\` integer not null default 1, constraint \`invoice_draft_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`invoice_draft__temp_alter\` select \`author_id\`, \`buyer_id\`, \`changed_at\`, \`created_at\`, \`currency\`, \`discount_basis_points\`, \`discount_cents\`, \`due_on\`, \`id\`, \`kind\`, \`notes\`, \`operation\`, \`price_basis\`, \`purchase_order\`, \`subject_id\`, \`subject_type\`, \`supplied_on\`, \`version\` from \`invoice_draft\`;`);
    this.addSql(`drop table \`invoice_draft\`;`);
    this.addSql(`alter table \`invoice_draft__temp_alter\` rename to \`invoice_draft\`;`);
    this.addSql(`create index \`invoice_draft_author_id_index\` on \`invoice_draft\` (\`author_id\`);`);
    this.addSql(`create index \`invoice_draft_buyer_id_index\` on \`invoice_draft\` (\`buyer_id\`);`);
    this.addSql(`create index \`invoice_draft_subject_type_subject_id_index\` on \`invoice_draft\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
