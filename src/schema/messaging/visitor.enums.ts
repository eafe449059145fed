import { registerEnumType } from 'type-graphql';
import { formBlockKinds, heldReasons, visitorPurposes } from '../../entities/messaging/visitor.entity.ts';
import { enumOf } from '../shared/enum-of.ts';

export const VisitorPurposeEnum = enumOf(visitorPurposes);
registerEnumType(VisitorPurposeEnum, {
  name: 'VisitorPurpose',
  description: 'What somebody without an account asked for.',
  valuesConfig: {
    CONTACT: { description: 'They wrote to the business.' },
    FREE_SAMPLE: { description: 'They sent a text to see how it would be proofread.' },
  },
});

export const HeldReasonEnum = enumOf(heldReasons);
registerEnumType(HeldReasonEnum, {
  name: 'HeldReason',
  description: 'Why a message waits for an admin.',
  valuesConfig: {
    LINKS: { description: 'It has more than three links.' },
    WORD: { description: 'It has a blocked word.' },
    ADDRESS: { description: 'It comes from a blocked e-mail address.' },
    SITE: { description: 'It links to a blocked site.' },
  },
});

export const FormBlockKindEnum = enumOf(formBlockKinds);
registerEnumType(FormBlockKindEnum, {
  name: 'FormBlockKind',
  description: 'What a message is held for.',
  valuesConfig: {
    WORD: { description: 'A word, or several one after another; case and accents do not matter.' },
    ADDRESS: { description: 'The e-mail address of who writes.' },
    SITE: { description: 'A site that it links to, with those below it.' },
  },
});
