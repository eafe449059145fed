import { Migration } from '@mikro-orm/migrations';

/** What happens to an invoice after it was issued: when it was sent, reminded and transmitted, and when a link of it was opened. */
export class Migration0026_sending extends Migration {

  override name = 'Migration0026_sending';

  override up(): void | Promise<void> {

    this.addSql(`create table \`invoice_event\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`invoice_id\` char(36) not null, \`kind\` varchar(20) not null, \`at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`invoice_event\` add index \`invoice_event_invoice_id_index\` (\`invoice_id\`);`);

    this.addSql(`alter table \`billing_token\` add \`opened_at\` datetime(3) null;`);

    this.addSql(`alter table \`invoice_event\` add constraint \`invoice_event_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade;`);

    this.addSql(`create table \`reminder_step\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`position\` int not null, \`days\` int not null, \`title_fr\` varchar(120) not null, \`title_en\` varchar(120) not null, \`text_fr\` varchar(2000) not null, \`text_en\` varchar(2000) not null, \`is_enabled\` tinyint(1) not null default true, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`reminder_step\` add unique \`reminder_step_position_unique\` (\`position\`);`);
    this.addSql(`create table \`reminder\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`invoice_id\` char(36) not null, \`step_id\` char(36) not null, \`sent_at\` datetime(3) not null, \`is_by_hand\` tinyint(1) not null default false, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`reminder\` add index \`reminder_invoice_id_index\` (\`invoice_id\`);`);
    this.addSql(`alter table \`reminder\` add index \`reminder_step_id_index\` (\`step_id\`);`);
    this.addSql(`alter table \`reminder\` add unique \`reminder_invoice_id_step_id_unique\` (\`invoice_id\`, \`step_id\`);`);
    this.addSql(`alter table \`invoice\` add \`xml_id\` char(36) null, add \`reminders_paused_until\` varchar(10) null, add \`transmission\` enum('NOT_NEEDED','TO_SEND','SENT','ACCEPTED','REJECTED') not null default 'NOT_NEEDED', add \`transmission_platform\` varchar(120) null, add \`transmission_reference\` varchar(140) null, add \`transmitted_at\` datetime(3) null;`);
    this.addSql(`alter table \`invoice\` add constraint \`invoice_xml_id_foreign\` foreign key (\`xml_id\`) references \`stored_file\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`invoice\` add index \`invoice_xml_id_index\` (\`xml_id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_issued_at_id_index\` (\`issued_at\`, \`id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_gross_cents_id_index\` (\`gross_cents\`, \`id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_status_issued_at_id_index\` (\`status\`, \`issued_at\`, \`id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_kind_issued_at_id_index\` (\`kind\`, \`issued_at\`, \`id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_transmission_issued_at_index\` (\`transmission\`, \`issued_at\`);`);
    this.addSql(`alter table \`reminder\` add constraint \`reminder_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`reminder\` add constraint \`reminder_step_id_foreign\` foreign key (\`step_id\`) references \`reminder_step\` (\`id\`) on delete restrict;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`reminder\` drop foreign key \`reminder_step_id_foreign\`;`);
    this.addSql(`drop table if exists \`reminder_step\`;`);
    this.addSql(`drop table if exists \`reminder\`;`);
    this.addSql(`alter table \`invoice\` drop foreign key \`invoice_xml_id_foreign\`;`);
    this.addSql(`alter table \`invoice\` drop index \`invoice_xml_id_index\`;`);
    this.addSql(`alter table \`invoice\` drop index \`invoice_issued_at_id_index\`;`);
    this.addSql(`alter table \`invoice\` drop index \`invoice_gross_cents_id_index\`;`);
    this.addSql(`alter table \`invoice\` drop index \`invoice_status_issued_at_id_index\`;`);
    this.addSql(`alter table \`invoice\` drop index \`invoice_kind_issued_at_id_index\`;`);
    this.addSql(`alter table \`invoice\` drop index \`invoice_transmission_issued_at_index\`;`);
    this.addSql(`alter table \`invoice\` drop column \`xml_id\`, drop column \`reminders_paused_until\`, drop column \`transmission\`, drop column \`transmission_platform\`, drop column \`transmission_reference\`, drop column \`transmitted_at\`;`);

    this.addSql(`drop table if exists \`invoice_event\`;`);

    this.addSql(`alter table \`billing_token\` drop column \`opened_at\`;`);

  }

}
