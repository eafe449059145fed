import { Migration } from '@mikro-orm/migrations';

/** Subjects of conversations, questions and pages are searched as messages are: by words that the application makes of them. */
export class Migration0077_searched_words extends Migration {

  override name = 'Migration0077_searched_words';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`faq_entry\` add column \`words\` mediumtext null;`);
    this.addSql(`alter table \`page\` add column \`words\` mediumtext null;`);
    this.addSql(`alter table \`conversation\` add column \`words\` mediumtext null;`);
    // Neither database makes these words. Those of pages and questions are written at the next start.
    this.addSql(`insert into \`job\` (\`id\`, \`kind\`, \`payload\`, \`run_at\`, \`created_at\`) select '019ad6b2-8c00-7077-8077-000000000077', 'messaging.write-words', '{}', 1764547200000, 1764547200000 from (select 1 as \`one\`) as \`once\` where exists (select 1 from \`conversation\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from \`job\` where \`id\` = '019ad6b2-8c00-7077-8077-000000000077';`);
    this.addSql(`alter table \`conversation\` drop column \`words\`;`);
    this.addSql(`alter table \`faq_entry\` drop column \`words\`;`);
    this.addSql(`alter table \`page\` drop column \`words\`;`);
  }

}
