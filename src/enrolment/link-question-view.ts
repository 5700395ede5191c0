import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { OfProgramme, Reader } from '../domain/view';

/** What an account reads of the question whether it is a participant's: their name, while it is asked or where it is so, and nothing else. */
export interface LinkQuestionView extends OfProgramme {
  readonly card: 'link-question';
  /** `said-yes`: under another name than the file's, so that a second administrator decides. `over`: taken back, or no longer to be answered here. */
  readonly state: 'open' | 'linked' | 'said-yes' | 'not-me' | 'over';
  readonly participantId: string;
  /** In full: it has to be told apart from others. Absent where it is not this account's, or not asked any more. */
  readonly name?: string;
}

declare module '../domain/view' {
  interface ViewByCard {
    'link-question': LinkQuestionView;
  }
}

/** The question as it stands for this account. */
export function linkQuestionView(
  programme: Programme,
  participant: Participant,
  reader: Reader,
  directoryId: string,
): LinkQuestionView {
  const state = linkState(participant, directoryId);
  return {
    card: 'link-question',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    state,
    participantId: participant.id,
    ...(state === 'open' || state === 'linked' ? { name: participant.profile.name } : {}),
  };
}

function linkState(participant: Participant, directoryId: string): LinkQuestionView['state'] {
  const { state, linkAsked, linkDenied } = participant;
  if (participant.directoryId === directoryId) return 'linked';
  if (linkAsked?.directoryId === directoryId && state === 'imported')
    return linkAsked.saidYes === undefined ? 'open' : 'said-yes';
  return linkDenied?.directoryId === directoryId ? 'not-me' : 'over';
}
