import { Migration } from '@mikro-orm/migrations';

export class Migration0031_deadlines extends Migration {

  override name = 'Migration0031_deadlines';

  override up(): void | Promise<void> {
    this.addSql(`create table \`order_reminder\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`order_id\` char(36) not null, \`kind\` enum('DUE_IN_3','DUE_IN_1','LATE','MANUSCRIPT_1','MANUSCRIPT_3') not null, \`about\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`order_reminder\` add index \`order_reminder_order_id_index\` (\`order_id\`);`);
    this.addSql(`alter table \`order_reminder\` add unique \`order_reminder_order_id_kind_about_unique\` (\`order_id\`, \`kind\`, \`about\`);`);

    this.addSql(`create table \`order_extension\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`order_id\` char(36) not null, \`asked_by_id\` char(36) not null, \`status\` enum('PENDING','GRANTED','REFUSED','LAPSED') not null default 'PENDING', \`due_at\` datetime(3) not null, \`until\` datetime(3) not null, \`reason\` text not null, \`answered_by_id\` char(36) null, \`answered_at\` datetime(3) null, \`note\` text null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`order_extension\` add index \`order_extension_order_id_index\` (\`order_id\`);`);
    this.addSql(`alter table \`order_extension\` add index \`order_extension_order_id_created_at_id_index\` (\`order_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`order_extension\` add index \`order_extension_asked_by_id_index\` (\`asked_by_id\`);`);

    this.addSql(`alter table \`order_reminder\` add constraint \`order_reminder_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`order_extension\` add constraint \`order_extension_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade;`);

    // What a customer wrote when they placed an order is the first of its notes, under the order's own id.
    this.addSql(`insert into \`order_note\` (\`id\`, \`created_at\`, \`version\`, \`order_id\`, \`author_id\`, \`audience\`, \`text\`) select \`id\`, \`created_at\`, 1, \`id\`, \`customer_id\`, 'ALL', \`customer_note\` from \`customer_order\` where \`customer_note\` is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from \`order_note\` where \`id\` = \`order_id\`;`);
    this.addSql(`drop table if exists \`order_reminder\`;`);
    this.addSql(`drop table if exists \`order_extension\`;`);
  }

}
