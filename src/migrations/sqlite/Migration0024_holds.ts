import { Migration } from '@mikro-orm/migrations';

export class Migration0024_holds extends Migration {

  override name = 'Migration0024_holds';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`payment\` add column \`hold_decision\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`payment\` drop column \`hold_decision\`;`);
  }

}
