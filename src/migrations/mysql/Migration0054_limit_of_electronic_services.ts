import { Migration } from '@mikro-orm/migrations';

export class Migration0054_limit_of_electronic_services extends Migration {

  override name = 'Migration0054_limit_of_electronic_services';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`threshold_limit\` modify \`kind\` enum('MICRO_ENTERPRISE','VAT_FRANCHISE','VAT_FRANCHISE_RAISED','UNION_ELECTRONIC') not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from \`threshold_alarm\` where \`limit_id\` in (select \`id\` from \`threshold_limit\` where \`kind\` = 'UNION_ELECTRONIC');`);
    this.addSql(`delete from \`threshold_limit\` where \`kind\` = 'UNION_ELECTRONIC';`);
    this.addSql(`alter table \`threshold_limit\` modify \`kind\` enum('MICRO_ENTERPRISE','VAT_FRANCHISE','VAT_FRANCHISE_RAISED') not null;`);
  }

}
