import { Migration } from '@mikro-orm/migrations';

export class Migration0054_limit_of_electronic_services extends Migration {

  override name = 'Migration0054_limit_of_electronic_services';

  override up(): void | Promise<void> {
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`threshold_limit__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`kind\` text check (\`kind\` in ('MICRO_ENTERPRISE', 'VAT_FRANCHISE', 'VAT_FRANCHISE_RAISED', 'UNION_ELECTRONIC')) not null, \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`valid_from\` text not null, \`valid_to\` text null, \`activity_from\` text null, \`source\` text not null);`);
    this.addSql(`insert into \`threshold_limit__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`kind\`, \`amount_cents\`, \`currency\`, \`valid_from\`, \`valid_to\`, \`activity_from\`, \`source\` from \`threshold_limit\`;`);
    this.addSql(`drop table \`threshold_limit\`;`);
    this.addSql(`alter table \`threshold_limit__temp_alter\` rename to \`threshold_limit\`;`);
    this.addSql(`create index \`threshold_limit_kind_valid_from_index\` on \`threshold_limit\` (\`kind\`, \`valid_from\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from \`threshold_alarm\` where \`limit_id\` in (select \`id\` from \`threshold_limit\` where \`kind\` = 'UNION_ELECTRONIC');`);
    this.addSql(`delete from \`threshold_limit\` where \`kind\` = 'UNION_ELECTRONIC';`);
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`threshold_limit__temp_alter\` (\`activity_from\` text null, \`amount_cents\` bigint not null, \`created_at\` datetime not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`id\` char not null primary key, \`kind\` text check (\`kind\` in ('MICRO_ENTERPRISE', 'VAT_FRANCHISE', 'VAT_FRANCHISE_RAISED')) not null, \`source\` text not null, \`valid_from\` text not null, \`valid_to\` text null, \`version\` integer not null default 1);`);
    this.addSql(`insert into \`threshold_limit__temp_alter\` select \`activity_from\`, \`amount_cents\`, \`created_at\`, \`currency\`, \`id\`, \`kind\`, \`source\`, \`valid_from\`, \`valid_to\`, \`version\` from \`threshold_limit\`;`);
    this.addSql(`drop table \`threshold_limit\`;`);
    this.addSql(`alter table \`threshold_limit__temp_alter\` rename to \`threshold_limit\`;`);
    this.addSql(`create index \`threshold_limit_kind_valid_from_index\` on \`threshold_limit\` (\`kind\`, \`valid_from\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
