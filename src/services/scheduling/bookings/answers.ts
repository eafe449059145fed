import type { BookingAnswer } from '../../../entities/scheduling/booking.entity.ts';
import type { QuestionKind } from '../../../entities/scheduling/offering.entity.ts';
import { DomainError, refuseFields } from '../../kernel/errors.ts';
import { lengthOf } from '../../kernel/text.ts';
import type { Db } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { jsonFrom } from '../../platform/orm/values.ts';

export interface GivenAnswer {
  readonly questionId: string;
  readonly answer: string;
}

interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
}

const holds: Readonly<Record<QuestionKind, (answer: string, question: Question) => boolean>> = {
  TEXT: (answer) => lengthOf(answer) <= 255 && !/[\r\n]/.test(answer),
  LONG_TEXT: (answer) => lengthOf(answer) <= 5_000,
  NUMBER: (answer) => /^-?\d{1,12}(?:[.,]\d{1,6})?$/.test(answer),
  YES_NO: (answer) => answer === 'YES' || answer === 'NO',
  CHOICE: (answer, { choices }) => choices.includes(answer),
  // It comes as a file, once there is a booking to send it to: `requireFiles`.
  FILE: () => false,
  PHONE: (answer) => /^\+?\d{10,15}$/.test(answer.replace(/[\s.]/g, '')),
};

/**
 * The answers to the questions of an offering, in their order, each with the question as it is now. Refuses one that no question asked
 * for, or that is not of its kind, and ANSWER_REQUIRED with the questions that miss theirs.
 */
export function answersTo(questions: readonly Question[], given: readonly GivenAnswer[]): BookingAnswer[] {
  const said = new Map(given.map(({ questionId, answer }) => [questionId, answer.trim()]));
  refuseWrong(questions, given);
  const missing = questions.filter(({ id, kind, isRequired }) => isRequired && kind !== 'FILE' && !said.get(id));
  if (missing.length > 0) throw new DomainError('ANSWER_REQUIRED', { questionIds: missing.map(({ id }) => id) });
  return questions.flatMap(({ id, label }) => {
    const answer = said.get(id);
    return answer ? [{ questionId: id, label, answer }] : [];
  });
}

function refuseWrong(questions: readonly Question[], given: readonly GivenAnswer[]): void {
  const known = new Map(questions.map((question) => [question.id, question]));
  const seen = new Set<string>();
  const faults = given.flatMap(({ questionId, answer }, i) => {
    const question = known.get(questionId);
    const isRepeated = seen.has(questionId);
    seen.add(questionId);
    if (question === undefined || isRepeated)
      return [{ path: `input.answers.${i}.questionId`, rules: [isRepeated ? 'unique' : 'isIn'] }];
    const text = answer.trim();
    return text === '' || holds[question.kind](text, question)
      ? []
      : [{ path: `input.answers.${i}.answer`, rules: [`is${question.kind}`] }];
  });
  if (faults.length > 0) throw refuseFields(faults);
}

/** What an offering asks now. */
export async function questionsOf(db: Db, offeringId: string): Promise<Question[]> {
  const make = () =>
    db
      .selectFrom('offering_question')
      .select(['id', 'kind', 'label', 'is_required', 'choices'])
      .where('offering_id', '=', offeringId)
      .orderBy('position')
      .orderBy('id');
  const rows = await runCompiled<RowOf<typeof make>>(db, { key: 'questions', values: [offeringId], make });
  return rows.map(({ is_required, choices, ...row }) => ({
    ...row,
    isRequired: Boolean(is_required),
    choices: jsonFrom<string[]>(choices),
  }));
}
