import { charterVersion, charterWords, wordsFor } from '../charter/charter-words';
import { pauseOfPair } from '../domain/pause-rules';
import type { CultureProfile } from '../domain/programme-contract';
import type { Instant } from '../kernel/clock';
import type { Language } from '../language/languages';
import { shownName } from '../member/reader';
import type { CharterState } from '../pair/read-charter';
import { pairStateFor, type OwnPair } from './load-own-pairs';
import type { MyPair } from './pair-contract';
import type { StepOf } from './step-contract';

/** The charter of a running pair, until the reader has accepted it; while one of the two is away the page asks neither. */
export function listCharterSteps(
  programmeId: string,
  it: OwnPair,
  charter: CharterState,
  culture: CultureProfile,
  now: Instant,
  language: Language,
): readonly StepOf<'charter'>[] {
  if (charter.accepted !== undefined || pairStateFor(it) !== 'active') return [];
  if (pauseOfPair(it.mentor.value, it.mentee.value, now) !== undefined) return [];
  const partner = it.side === 'mentor' ? it.mentee.value : it.mentor.value;
  return [
    {
      step: 'charter',
      pairId: it.pair.key,
      partnerName: shownName(partner.profile.name, culture),
      partnerAccepted: charter.partnerAccepted,
      words: [...charterWords(language)],
      actions: [{ verb: 'charter/accept', programmeId, pairId: it.pair.key, version: charterVersion }],
    },
  ];
}

/** The charter as the reader has accepted it; nothing before. */
export function ownCharter(charter: CharterState, language: Language): Pick<MyPair, 'charter'> {
  const { accepted, partnerAccepted } = charter;
  if (accepted === undefined) return {};
  return { charter: { acceptedOn: accepted.acceptedOn, words: [...wordsFor(charter, language)], partnerAccepted } };
}
