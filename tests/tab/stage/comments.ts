import type { FrameLocator } from 'playwright-core';
import type { ToldComments } from '../../../src/insight/comments-contract';
import type { MyComment } from '../../../src/own-page/comments-contract';
import { programmeId } from './fixtures';

const written = {
  fr: [
    'Merci à […] pour sa patience.\nOn ose enfin poser les vraies questions.',
    'Trop peu de séances : une heure par mois passe vite.',
    '**Gras**, <b>balises</b> et [lien](https://exemple.test) restent du texte.',
    'unmotsansfin'.repeat(20),
  ],
  en: [
    'Thanks to […] for the patience.\nWe dare to ask the real questions at last.',
    'Too few sessions: an hour a month goes fast.',
    '**Bold**, <b>tags</b> and [a link](https://example.test) stay text.',
    'awordwithoutanend'.repeat(15),
  ],
} as const;

/** Comments of a closing in which so many people wrote one. */
export function toldComments(language: 'fr' | 'en', count = 23): ToldComments {
  const texts = Array.from({ length: count }, (_none, place) =>
    place < written[language].length
      ? written[language][place]!
      : `${language === 'fr' ? 'Avis' : 'View'} ${String(place)}.`,
  );
  return { blocks: [{ round: 'closing', instrument: 'closing', texts }] };
}

/** What the reader wrote at the halfway point and at the end. */
export function myComments(): readonly MyComment[] {
  return (['closing', 'midpoint'] as const).map((surveyRound) => ({
    surveyRound,
    instrument: surveyRound,
    text: `Merci à Inès (${surveyRound})\n<script>alert(1)</script> **x**`,
    action: { verb: 'survey/delete-comment', programmeId, surveyRound },
  }));
}

/** The answer to a comment that is not sent before its author says so. */
export const warnedView = { card: 'survey', state: 'open', warning: ['name', 'health'] } as const;

/** Writes a comment and presses the main button of the survey. */
export async function writeComment(tab: FrameLocator): Promise<void> {
  await tab.locator('textarea').fill('Inès est en arrêt maladie');
  await tab
    .locator('section', { has: tab.locator('textarea') })
    .getByRole('button')
    .first()
    .click();
  await tab.getByRole('alert').waitFor();
}
