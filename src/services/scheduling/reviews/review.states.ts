import type { ReviewStatus } from '../../../entities/scheduling/review.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/** A review is shown once it is approved, and may be approved or rejected again. */
export const reviewStates: StateTable<ReviewStatus, 'approve' | 'reject'> = {
  SUBMITTED: { approve: 'APPROVED', reject: 'REJECTED' },
  APPROVED: { reject: 'REJECTED' },
  REJECTED: { approve: 'APPROVED' },
};
