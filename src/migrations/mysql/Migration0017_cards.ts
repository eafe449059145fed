import { Migration } from '@mikro-orm/migrations';

/** Payments in a form and by saved cards: holds, payments under way or in doubt; cards and whose they are. */
export class Migration0017_cards extends Migration {

  override name = 'Migration0017_cards';

  override up(): void | Promise<void> {
    this.addSql(`create table \`payment_method\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`person_id\` char(36) not null, \`provider\` varchar(20) not null, \`provider_method_id\` varchar(255) not null, \`brand\` varchar(50) not null, \`last4\` varchar(4) not null, \`exp_month\` int not null, \`exp_year\` int not null, \`fingerprint\` varchar(255) null, \`default_for\` char(36) null, \`is_active\` tinyint(1) not null default true, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`payment_method\` add index \`payment_method_person_id_index\` (\`person_id\`);`);
    this.addSql(`alter table \`payment_method\` add unique \`payment_method_default_for_unique\` (\`default_for\`);`);
    this.addSql(`alter table \`payment_method\` add unique \`payment_method_provider_provider_method_id_unique\` (\`provider\`, \`provider_method_id\`);`);

    this.addSql(`create table \`payment_customer\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`person_id\` char(36) not null, \`provider\` varchar(20) not null, \`provider_customer_id\` varchar(255) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`payment_customer\` add index \`payment_customer_person_id_index\` (\`person_id\`);`);
    this.addSql(`alter table \`payment_customer\` add unique \`payment_customer_person_id_provider_unique\` (\`person_id\`, \`provider\`);`);
    this.addSql(`alter table \`payment_customer\` add unique \`payment_customer_provider_provider_customer_id_unique\` (\`provider\`, \`provider_customer_id\`);`);

    this.addSql(`alter table \`payment\` add \`flow\` enum('CHECKOUT','FORM','SAVED_METHOD','NOTHING') not null default 'CHECKOUT', add \`is_hold\` tinyint(1) not null default false, add \`saves_method\` tinyint(1) not null default false, add \`payment_method_id\` char(36) null, add \`capture_before\` datetime(3) null, add \`unknown_since\` datetime(3) null;`);
    this.addSql(`alter table \`payment\` modify \`status\` enum('PENDING','PROCESSING','AUTHORIZED','UNKNOWN','PAID','FAILED','EXPIRED','REFUNDED','PARTIALLY_REFUNDED') not null default 'PENDING';`);

    this.addSql(`alter table \`payment_method\` add constraint \`payment_method_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`payment_customer\` add constraint \`payment_customer_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`payment_method\`;`);
    this.addSql(`drop table if exists \`payment_customer\`;`);

    this.addSql(`alter table \`payment\` drop column \`flow\`, drop column \`is_hold\`, drop column \`saves_method\`, drop column \`payment_method_id\`, drop column \`capture_before\`, drop column \`unknown_since\`;`);
    this.addSql(`alter table \`payment\` modify \`status\` enum('PENDING','PAID','FAILED','EXPIRED','REFUNDED','PARTIALLY_REFUNDED') not null default 'PENDING';`);
  }

}
