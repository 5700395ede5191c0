import { channelDue } from '../channel/due';
import { closingDue } from '../closing/due';
import { draftDue } from '../draft/due';
import { enrolmentDue } from '../enrolment/due';
import { pairEndingDue } from '../pair-ending/due';
import { pauseDue } from '../pause/due';
import { proposalDue } from '../proposal/due';
import { sessionDue } from '../session/due';
import { surveyDue } from '../survey/due';
import type { DueKind } from '../domain/due-work';
import type { DueDeclaration } from '../member/declare-due';

/** Everything that can fall due in a programme. One line a feature; a kind that nobody declares does not compile. */
export const dueWork: Readonly<Record<DueKind, DueDeclaration>> = {
  ...channelDue,
  ...closingDue,
  ...draftDue,
  ...enrolmentDue,
  ...pairEndingDue,
  ...pauseDue,
  ...proposalDue,
  ...sessionDue,
  ...surveyDue,
} satisfies Record<DueKind, DueDeclaration>;
