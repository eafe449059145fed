import { Migration } from '@mikro-orm/migrations';

export class Migration0055_consultations_and_files extends Migration {

  override name = 'Migration0055_consultations_and_files';

  override up(): void | Promise<void> {
    this.addSql(`create table \`booking_file\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`booking_id\` char(36) not null, \`file_id\` char(36) not null, \`question_id\` char(36) not null, \`label\` varchar(255) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`booking_file\` add index \`booking_file_booking_id_index\` (\`booking_id\`);`);
    this.addSql(`alter table \`booking_file\` add index \`booking_file_file_id_index\` (\`file_id\`);`);
    this.addSql(`alter table \`booking_file\` add index \`booking_file_booking_id_created_at_id_index\` (\`booking_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`booking_file\` add unique \`booking_file_file_id_unique\` (\`file_id\`);`);

    this.addSql(`alter table \`artisan\` add \`outside_read_at\` datetime(3) null;`);

    // What each agenda knows of its calendars outside, as it was until now asked of them.
    this.addSql(`update \`artisan\` set \`outside_read_at\` = (select min(coalesce(c.\`last_success_at\`, c.\`created_at\`)) from \`calendar_connection\` c where c.\`artisan_id\` = \`artisan\`.\`id\` and c.\`status\` in ('CONNECTED', 'TO_RECONNECT') and exists (select 1 from \`connected_calendar\` k where k.\`connection_id\` = c.\`id\` and k.\`blocks\` and k.\`gone_at\` is null));`);

    this.addSql(`alter table \`calendar_flow\` add \`keeps_titles\` tinyint(1) not null default false;`);

    this.addSql(`alter table \`offering_question\` modify \`kind\` enum('TEXT','LONG_TEXT','NUMBER','YES_NO','CHOICE','PHONE','FILE') not null;`);

    this.addSql(`alter table \`message\` modify \`type\` enum('USER_MESSAGE','SYSTEM_MESSAGE','SUPPORT_MESSAGE','ADMIN_MESSAGE','CONSULTATION_REQUEST') not null default 'USER_MESSAGE';`);

    this.addSql(`alter table \`booking_file\` add constraint \`booking_file_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`booking_file\` add constraint \`booking_file_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`booking_file\`;`);

    this.addSql(`alter table \`artisan\` drop column \`outside_read_at\`;`);

    this.addSql(`alter table \`calendar_flow\` drop column \`keeps_titles\`;`);

    this.addSql(`alter table \`message\` modify \`type\` enum('user_message','system_message','support_message','admin_message') not null default 'USER_MESSAGE';`);

    this.addSql(`alter table \`offering_question\` modify \`kind\` enum('text','long_text','number','yes_no','choice','phone') not null;`);
  }

}
