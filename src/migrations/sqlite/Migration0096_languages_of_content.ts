import { Migration } from '@mikro-orm/migrations';

export class Migration0096_languages_of_content extends Migration {

  override name = 'Migration0096_languages_of_content';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`faq_entry\` add column \`locale\` text not null default 'fr';`);

    this.addSql(`alter table \`page\` add column \`locale\` text not null default 'fr';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`faq_entry\` drop column \`locale\`;`);

    this.addSql(`alter table \`page\` drop column \`locale\`;`);
  }

}
