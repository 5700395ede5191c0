import { boardFeature } from '../board/feature';
import { channelFeature } from '../channel/feature';
import { charterFeature } from '../charter/feature';
import { closingFeature } from '../closing/feature';
import { diversityFeature } from '../diversity/feature';
import { draftFeature } from '../draft/feature';
import { enrolmentFeature } from '../enrolment/feature';
import { hrPageFeature } from '../hr-page/feature';
import { insightFeature } from '../insight/feature';
import { languageFeature } from '../language/feature';
import { memberFeature } from '../member/feature';
import { needsPollFeature } from '../needs-poll/feature';
import { ownPageFeature } from '../own-page/feature';
import { pairFeature } from '../pair/feature';
import { pairEndingFeature } from '../pair-ending/feature';
import { pairPlanFeature } from '../pair-plan/feature';
import { pairingFeature } from '../pairing/feature';
import { pauseFeature } from '../pause/feature';
import { peopleFileFeature } from '../people-file/feature';
import { programmeFeature } from '../programme/feature';
import { proposalFeature } from '../proposal/feature';
import { questionsFeature } from '../questions/feature';
import { renewalFeature } from '../renewal/feature';
import { sessionFeature } from '../session/feature';
import { surveyFeature } from '../survey/feature';

/**
 * The one list: everything that declares actions, messages, due work, projections or words, in the order of the floors. What can be
 * pressed, sent, fall due and follow derives from it; a kind that nobody here declares does not compile.
 */
export const features = [
  languageFeature,
  memberFeature,
  pairingFeature,
  surveyFeature,
  insightFeature,
  diversityFeature,
  programmeFeature,
  questionsFeature,
  needsPollFeature,
  pairFeature,
  sessionFeature,
  pairEndingFeature,
  charterFeature,
  pairPlanFeature,
  proposalFeature,
  pauseFeature,
  renewalFeature,
  enrolmentFeature,
  peopleFileFeature,
  draftFeature,
  closingFeature,
  channelFeature,
  boardFeature,
  ownPageFeature,
  hrPageFeature,
] as const;

export type Feature = (typeof features)[number];

type Surveys = Extract<Feature, { readonly name: 'survey' | 'needs-poll' }>;

type Figures = Extract<Feature, { readonly name: 'insight' }>;

const pairFeatures = ['pair', 'proposal', 'charter', 'pair-plan'] as const;

/** The features of a pair, which reach what belongs to it alone. */
export type PairFeature = Extract<Feature, { readonly name: (typeof pairFeatures)[number] }>;

/** Every feature that has no business with survey answers, nor with what belongs to a pair alone. */
export type EverydayFeature = Exclude<Feature, Surveys | Figures | PairFeature>;

/** Whether the feature makes figures of survey answers, which it reads and never writes. One feature does. */
export function makesFigures(feature: Feature): feature is Figures {
  return feature.name === 'insight';
}

/** Whether the feature keeps answers and their keys: surveys, and the poll before them. */
export function reachesAnswers(feature: Feature): feature is Surveys {
  return feature.name === 'survey' || feature.name === 'needs-poll';
}

/** Whether the feature reaches what belongs to a pair alone. */
export function reachesPairs(feature: Feature): feature is PairFeature {
  return pairFeatures.some((name) => name === feature.name);
}
