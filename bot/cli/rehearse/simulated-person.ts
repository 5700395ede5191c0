import type { Chance } from './chance';
import { simulatedAnswer } from './simulated-answer';

/** What a person does with a card: which button, with which inputs, how many hours after seeing it. */
export interface Reaction {
  readonly verb: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly afterHours: number;
}

/** A card as the person sees it. */
export interface SeenCard {
  readonly verbs: readonly string[];
  /** Ids of the inputs on it, with the choices they offer. */
  readonly inputs: readonly { readonly id: string; readonly choices: readonly string[] }[];
  /** How often this person has seen a card with this main verb, from 1. */
  readonly occurrence: number;
  /** The press this card answers, if any. */
  readonly afterVerb?: string;
  /** Names the meeting for cards about one, so that both partners tell the same story. */
  readonly meeting?: string;
  /** The round of a survey. */
  readonly surveyRound?: string;
}

/** Shares of people who forget a card altogether; what practitioners report of busy seniors and keen juniors, rounded. */
const forgets: Readonly<Record<string, number>> = {
  'invitation/accept': 0.1,
  'proposal/accept': 0.12,
  'session/suits': 0.1,
  'session/met': 0.12,
  'survey/answer': 0.25,
  'survey/save': 0.25,
  'needs-poll/answer': 0.4,
  'renewal/choose': 0.2,
  'charter/accept': 0.1,
};

/** What this person does with the card; undefined when they forget it. */
export function react(personId: string, card: SeenCard, chance: Chance): Reaction | undefined {
  const main = card.verbs.find((verb) => verb in forgets || verb === 'pledge/give');
  if (main === undefined) return mightMove(personId, card, chance);
  if (card.afterVerb === main && main === 'renewal/choose') return undefined;
  const about = [personId, main, card.occurrence] as const;
  // Whoever has begun a long survey goes on to its end.
  const isBegun = card.afterVerb === 'survey/save';
  if (!isBegun && chance.happens(forgets[main] ?? 0, 'forgets', ...about)) return undefined;
  const afterHours = isBegun ? 1 : Math.ceil(1 + 47 * chance.draw('delay', ...about) ** 2);
  const answer = (verb: string, inputs: Readonly<Record<string, string>> = {}): Reaction => ({
    verb,
    inputs,
    afterHours,
  });
  switch (main) {
    case 'pledge/give':
      return answer(main, { words: 'Nous avons à apprendre les uns des autres.' });
    case 'invitation/accept':
      return answer(chance.happens(0.9, 'accepts', ...about) ? main : 'invitation/not-now');
    case 'proposal/accept':
      return answer(chance.happens(0.9, 'accepts', ...about) ? main : 'proposal/decline');
    case 'session/suits':
      return chooseSlots(card, chance, about, answer);
    case 'session/met':
      return answer(chance.happens(0.93, 'meeting', card.meeting ?? personId) ? main : 'session/not-met');
    case 'charter/accept':
      return answer(main);
    case 'renewal/choose':
      return answer(main, whatNow(card, chance, about));
    default:
      return answer(main, fillSurvey(personId, card, chance, about));
  }
}

/** Now and then somebody cannot keep a booked hour; after one that was not held most look for another. */
function mightMove(personId: string, card: SeenCard, chance: Chance): Reaction | undefined {
  const about = [personId, 'session/move', card.occurrence] as const;
  if (
    !card.verbs.includes('session/move') ||
    !chance.happens(card.afterVerb === 'session/not-met' ? 0.8 : 0.07, ...about)
  )
    return undefined;
  return { verb: 'session/move', inputs: {}, afterHours: 6 };
}

function chooseSlots(
  card: SeenCard,
  chance: Chance,
  about: readonly (string | number)[],
  answer: (verb: string, inputs?: Readonly<Record<string, string>>) => Reaction,
): Reaction {
  const offered = card.inputs.find((input) => input.id === 'slots')?.choices ?? [];
  const suits = offered.filter((slot) => chance.happens(0.75, 'suits', slot, ...about));
  return suits.length === 0 ? answer('session/none-suit') : answer('session/suits', { slots: suits.join(',') });
}

/** Most would go on, some with roles swapped; half of the others look for somebody else. Nobody changes their mind afterwards. */
function whatNow(
  card: SeenCard,
  chance: Chance,
  about: readonly (string | number)[],
): Readonly<Record<string, string>> {
  const offered = card.inputs.find((input) => input.id === 'goOn')?.choices ?? [];
  const wanted = offered.filter((wish) => chance.happens(wish === 'again' ? 0.7 : 0.25, 'goes on', wish, ...about));
  const otherwise = chance.happens(0.5, 'otherwise', ...about) ? 'another' : 'enough';
  return { goOn: wanted.join(','), otherwise };
}

function fillSurvey(
  personId: string,
  card: SeenCard,
  chance: Chance,
  about: readonly (string | number)[],
): Readonly<Record<string, string>> {
  const inputs: Record<string, string> = {};
  for (const { id, choices } of card.inputs) {
    if (choices.length === 0) continue;
    const known = simulatedAnswer(personId, card.surveyRound ?? '', id.replace(/^answer\./u, ''), chance);
    const leaning = Math.sqrt(chance.draw('answer', id, ...about));
    inputs[id] =
      known === undefined
        ? (choices[Math.min(choices.length - 1, Math.floor(leaning * choices.length))] ?? '')
        : String(known);
  }
  return inputs;
}
