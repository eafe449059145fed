import { Migration } from '@mikro-orm/migrations';

/** What happens to an invoice after it was issued: when it was sent, reminded and transmitted, and when a link of it was opened. */
export class Migration0026_sending extends Migration {

  override name = 'Migration0026_sending';

  override up(): void | Promise<void> {
    this.addSql(`create table \`invoice_event\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`invoice_id\` char(36) not null, \`kind\` text not null, \`at\` datetime not null, constraint \`invoice_event_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`invoice_event_invoice_id_index\` on \`invoice_event\` (\`invoice_id\`);`);

    this.addSql(`alter table \`billing_token\` add column \`opened_at\` datetime null;`);

    this.addSql(`create table \`reminder_step\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`position\` integer not null, \`days\` integer not null, \`title_fr\` text not null, \`title_en\` text not null, \`text_fr\` text not null, \`text_en\` text not null, \`is_enabled\` integer not null default true);`);
    this.addSql(`create unique index \`reminder_step_position_unique\` on \`reminder_step\` (\`position\`);`);
    this.addSql(`create table \`reminder\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`invoice_id\` char(36) not null, \`step_id\` char(36) not null, \`sent_at\` datetime not null, \`is_by_hand\` integer not null default false, constraint \`reminder_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade, constraint \`reminder_step_id_foreign\` foreign key (\`step_id\`) references \`reminder_step\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`reminder_invoice_id_index\` on \`reminder\` (\`invoice_id\`);`);
    this.addSql(`create index \`reminder_step_id_index\` on \`reminder\` (\`step_id\`);`);
    this.addSql(`create unique index \`reminder_invoice_id_step_id_unique\` on \`reminder\` (\`invoice_id\`, \`step_id\`);`);

    this.addSql(`alter table \`invoice\` add column \`xml_id\` char(36) null constraint \`invoice_xml_id_foreign\` references \`stored_file\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`invoice\` add column \`reminders_paused_until\` text null;`);
    this.addSql(`alter table \`invoice\` add column \`transmission\` text check (\`transmission\` in ('NOT_NEEDED', 'TO_SEND', 'SENT', 'ACCEPTED', 'REJECTED')) not null default 'NOT_NEEDED';`);
    this.addSql(`alter table \`invoice\` add column \`transmission_platform\` text null;`);
    this.addSql(`alter table \`invoice\` add column \`transmission_reference\` text null;`);
    this.addSql(`alter table \`invoice\` add column \`transmitted_at\` datetime null;`);
    this.addSql(`create index \`invoice_xml_id_index\` on \`invoice\` (\`xml_id\`);`);
    this.addSql(`create index \`invoice_issued_at_id_index\` on \`invoice\` (\`issued_at\`, \`id\`);`);
    this.addSql(`create index \`invoice_gross_cents_id_index\` on \`invoice\` (\`gross_cents\`, \`id\`);`);
    this.addSql(`create index \`invoice_status_issued_at_id_index\` on \`invoice\` (\`status\`, \`issued_at\`, \`id\`);`);
    this.addSql(`create index \`invoice_kind_issued_at_id_index\` on \`invoice\` (\`kind\`, \`issued_at\`, \`id\`);`);
    this.addSql(`create index \`invoice_transmission_issued_at_index\` on \`invoice\` (\`transmission\`, \`issued_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`reminder\`;`);
    this.addSql(`drop table if exists \`reminder_step\`;`);
    this.addSql(`drop table if exists \`invoice_event\`;`);

    this.addSql(`alter table \`billing_token\` drop column \`opened_at\`;`);

    this.addSql(`drop index \`invoice_xml_id_index\`;`);
    this.addSql(`drop index \`invoice_issued_at_id_index\`;`);
    this.addSql(`drop index \`invoice_gross_cents_id_index\`;`);
    this.addSql(`drop index \`invoice_status_issued_at_id_index\`;`);
    this.addSql(`drop index \`invoice_kind_issued_at_id_index\`;`);
    this.addSql(`drop index \`invoice_transmission_issued_at_index\`;`);
    this.addSql(`alter table \`invoice\` drop column \`xml_id\`;`);
    this.addSql(`alter table \`invoice\` drop column \`reminders_paused_until\`;`);
    this.addSql(`alter table \`invoice\` drop column \`transmission\`;`);
    this.addSql(`alter table \`invoice\` drop column \`transmission_platform\`;`);
    this.addSql(`alter table \`invoice\` drop column \`transmission_reference\`;`);
    this.addSql(`alter table \`invoice\` drop column \`transmitted_at\`;`);
  }

}
