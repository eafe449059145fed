import { Migration } from '@mikro-orm/migrations';

export class Migration0052_unit_codes extends Migration {

  override name = 'Migration0052_unit_codes';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`quote_line\` add column \`unit_code\` text null;`);

    this.addSql(`alter table \`invoice_draft_line\` add column \`unit_code\` text null;`);

    this.addSql(`alter table \`invoice_line\` add column \`unit_code\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`invoice_draft_line\` drop column \`unit_code\`;`);

    this.addSql(`alter table \`invoice_line\` drop column \`unit_code\`;`);

    this.addSql(`alter table \`quote_line\` drop column \`unit_code\`;`);
  }

}
