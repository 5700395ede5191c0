import { walkCard } from '../../bot/local/walk-card';
import type { E2eStage } from './e2e-stage';

/** What somebody answers to a question: one of the values that it offers, text where it offers none, or nothing. */
export type AnswerTo = (question: string, offered: readonly string[]) => string | undefined;

const verbs = ['survey/answer', 'survey/save'] as const;
/** More pages than any survey has. */
const mostPages = 10;

/** Answers the survey that waits in somebody's chat, page by page, through the newest card that asks. Throws where none does. */
export async function answerSurvey(stage: E2eStage, directoryId: string, answerTo: AnswerTo): Promise<void> {
  for (let page = 1; page <= mostPages; page++) {
    const asking = stage.teams.conversation(directoryId).findLast(({ cards }) => verbOf(cards) !== undefined);
    const verb = verbOf(asking?.cards ?? []);
    if (asking === undefined || verb === undefined) throw new Error(`Page ${String(page)} is not asked`);
    await stage.teams.press(directoryId, asking.id, verb, inputsOf(asking.cards, answerTo));
    if (verb === 'survey/answer') return;
  }
  throw new Error('The survey has no end');
}

function verbOf(cards: readonly unknown[]): (typeof verbs)[number] | undefined {
  const nodes = walkCard(cards);
  if (!nodes.some(({ id }) => typeof id === 'string' && id.startsWith('answer.'))) return undefined;
  return verbs.find((verb) => nodes.some((node) => node['verb'] === verb));
}

function inputsOf(cards: readonly unknown[], answerTo: AnswerTo): Readonly<Record<string, string>> {
  return Object.fromEntries(
    walkCard(cards).flatMap(({ id, choices }) => {
      if (typeof id !== 'string' || !id.startsWith('answer.')) return [];
      const offered = ((choices ?? []) as readonly { readonly value: string }[]).map(({ value }) => value);
      const answer = answerTo(id.slice('answer.'.length), offered);
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}
