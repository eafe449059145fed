import { z } from 'zod';
import type { SubjectType } from '../kernel/subject.ts';

/** The parts of a subject in events and jobs. Any text is a type here: a job of another release may know more of them. */
export const subjectTypeShape = z.string().min(1).max(40) as unknown as z.ZodType<SubjectType>;
export const subjectShape = z.object({ type: subjectTypeShape, id: z.uuid() });
