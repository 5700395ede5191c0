import { createHash } from 'node:crypto';
import { walkCard, type CardNode } from './walk-card';

/** A member of Local Teams, as its control routes tell. */
interface Member {
  readonly directoryId: string;
  readonly personaRole?: string;
}
interface Message {
  readonly id: string;
  readonly author: string;
  readonly deleted: boolean;
  readonly cards: readonly unknown[];
}

/** What people say yes to, most of the time; anything else they leave alone. */
const answered = [
  'invitation/accept',
  'proposal/accept',
  'session/suits',
  'session/met',
  'survey/answer',
  // The next page of a long one.
  'survey/save',
  'needs-poll/answer',
  'renewal/choose',
  'charter/accept',
];
/** What a survey that was begun goes on with. */
const longSurvey = ['survey/answer', 'survey/save'];
/** One in eight leaves a card unanswered, so that the programme looks like life. */
const forgetful = 8;
const atOnce = 4;
/** More pages than any survey has. */
const mostPages = 10;

/**
 * Lets everybody but the people named press what their open cards ask, through Local Teams as clients would: most say yes, a few leave
 * it. Returns how many presses arrived.
 */
export async function letOthersAnswer(teamsUrl: string, except: ReadonlySet<string>): Promise<number> {
  const { people } = await read<{ people: readonly Member[] }>(`${teamsUrl}/control/config`);
  const others = people.filter(({ directoryId, personaRole }) =>
    except.size > 0 ? !except.has(directoryId) : personaRole === undefined,
  );
  let pressed = 0;
  for (let start = 0; start < others.length; start += atOnce) {
    const counts = await Promise.all(
      others.slice(start, start + atOnce).map((person) => answerCards(teamsUrl, person.directoryId)),
    );
    pressed += counts.reduce((sum, count) => sum + count, 0);
  }
  return pressed;
}

/** Presses what is open, and page by page what is long. */
async function answerCards(teamsUrl: string, directoryId: string): Promise<number> {
  let pressed = 0;
  for (let page = 1; page <= mostPages; page++) {
    const verbs = await answerOpenCards(teamsUrl, directoryId, page === 1 ? answered : longSurvey);
    pressed += verbs.length;
    if (!verbs.includes('survey/save')) break;
  }
  return pressed;
}

/** The verbs that were pressed. */
async function answerOpenCards(
  teamsUrl: string,
  directoryId: string,
  among: readonly string[],
): Promise<readonly string[]> {
  const messages = await read<readonly Message[]>(
    `${teamsUrl}/control/conversation?directoryId=${encodeURIComponent(directoryId)}`,
  );
  const pressed: string[] = [];
  for (const message of messages.filter(({ author, deleted }) => author === 'bot' && !deleted)) {
    const nodes = message.cards.flatMap(walkCard);
    const offers = (verb: string): boolean => nodes.some((node) => node['verb'] === verb);
    const verb = among.find(offers);
    if (verb === undefined || forgets(directoryId, message.id)) continue;
    // Whoever said “not now” may still say yes, but has decided: nobody decides again for them.
    if (verb === 'invitation/accept' && !offers('invitation/not-now')) continue;
    const inputs = Object.fromEntries(nodes.flatMap((node) => fill(node, directoryId)));
    const response = await fetch(`${teamsUrl}/control/press`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ directoryId, activityId: message.id, verb, inputs }),
    });
    const { outcome } = (await response.json()) as { readonly outcome?: string };
    if (response.ok && outcome !== 'error' && outcome !== 'incomplete') pressed.push(verb);
  }
  return pressed;
}

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url);
  return (await response.json()) as T;
}

/** All of several choices; of one choice a friendly one; no words. */
function fill(node: CardNode, directoryId: string): readonly (readonly [string, string])[] {
  const { type, id, choices, isMultiSelect } = node as {
    type?: string;
    id?: string;
    choices?: readonly { value: string }[];
    isMultiSelect?: boolean;
  };
  if (type !== 'Input.ChoiceSet' || id === undefined || choices === undefined || choices.length === 0) return [];
  if (isMultiSelect === true) return [[id, choices.map(({ value }) => value).join(',')]];
  const friendly =
    Math.ceil(choices.length / 2) + (draw(directoryId, id) % Math.max(1, Math.floor(choices.length / 2)));
  return [[id, choices[Math.min(choices.length - 1, friendly)]?.value ?? '']];
}

function forgets(directoryId: string, messageId: string): boolean {
  return draw(directoryId, messageId) % forgetful === 0;
}

/** A number that follows from its words, so that the same start plays the same. */
function draw(...words: readonly string[]): number {
  return createHash('sha256').update(words.join('|')).digest().readUInt32BE(0);
}
