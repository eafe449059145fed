import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { ReminderStep } from '../../../entities/billing/reminder-step.entity.ts';
import type { Operation, UseCase } from '../../platform/context.ts';

/** With ids of their own, so that two processes starting together write them once. */
const firstSteps = [
  {
    id: '00000000-0000-7000-8000-000000000201',
    position: 1,
    days: 3,
    titleFr: 'Rappel',
    titleEn: 'Reminder',
    textFr:
      'Sauf erreur de notre part, cette facture n’a pas encore été réglée. Peut-être l’avez-vous simplement oubliée.',
    textEn: 'It seems that this invoice has not been paid yet. Perhaps it was simply forgotten.',
  },
  {
    id: '00000000-0000-7000-8000-000000000202',
    position: 2,
    days: 10,
    titleFr: 'Deuxième rappel',
    titleEn: 'Second reminder',
    textFr:
      'Malgré un premier rappel, cette facture reste impayée. Merci de la régler, ou de nous écrire ce qui l’empêche.',
    textEn:
      'In spite of a first reminder this invoice is still unpaid. Please pay it, or write to us what prevents it.',
  },
  {
    id: '00000000-0000-7000-8000-000000000203',
    position: 3,
    days: 30,
    titleFr: 'Dernier rappel',
    titleEn: 'Last reminder',
    textFr:
      'Cette facture est impayée depuis un mois. Sans règlement ni réponse de votre part, nous devrons engager son recouvrement.',
    textEn:
      'This invoice has been unpaid for a month. Without a payment or an answer from you we will have to begin its recovery.',
  },
];

/** Writes the three steps into a database that has none; what people changed is left alone. */
export const seedReminderSteps: Operation<'run' | 'db', void, void> = async ({ run, db }) => {
  if ((await db.selectFrom('reminder_step').select('id').limit(1).executeTakeFirst()) !== undefined) return;
  try {
    await run(writeFirst, undefined);
  } catch (error) {
    // Two processes starting together: the second finds the work of the first.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
};

const writeFirst: UseCase<'em', void, void> = async ({ em }) => {
  for (const step of firstSteps) em.create(ReminderStep, step);
};
