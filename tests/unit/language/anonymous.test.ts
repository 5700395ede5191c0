import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCard, renderSmallCard } from '../../../bot/teams/cards/render-card';
import { allTexts } from '../../../src/dispatch/all-texts';
import { languages } from '../../../src/language/languages';
import { dummyReader, everyView } from '../../helpers/card-views';
import { textFiles, textsIn } from '../../helpers/tab-texts';

/** As French and English write it, also inside "anonymity", "anonymat" and "anonymised". */
const called = /anonym/iu;
const links = { tab: 'https://teams.example', base: 'https://passerelle.example' };

describe('Only the needs poll is called anonymous; surveys are confidential, since until their key goes the server could tell', () => {
  it.each(languages)('in all words of cards, messages, files and pages (%s)', (language) => {
    const features = Object.entries(allTexts).flatMap(([name, { sources }]) =>
      Object.entries(sources[language]).map(([key, text]) => [`${name} ${key}`, text] as const),
    );
    const pages = textFiles(language).flatMap((file) =>
      Object.entries(textsIn(file)).map(([key, text]) => [`tab ${key}`, text] as const),
    );
    const manifest = ['manifest.json', `${language}.json`].map(
      (file) => [`manifest ${file}`, readFileSync(join(__dirname, '../../../manifest', file), 'utf8')] as const,
    );
    expect(Math.min(features.length, pages.length)).toBeGreaterThan(500);
    const found = [...features, ...pages, ...manifest].flatMap(([key, text]) => (called.test(text) ? [key] : []));
    expect(found).toEqual(['needs-poll needs-poll.open-what', 'tab poll.detail']);
  });

  it.each(languages)('on every card in every state, as it is drawn (%s)', (language) => {
    const reader = dummyReader({ language });
    const found = everyView().flatMap((view) => {
      const drawn = [renderCard(view, reader, links), renderSmallCard(view, reader, links)];
      return drawn.some((card) => called.test(JSON.stringify(card))) ? [view.card] : [];
    });
    expect([...new Set(found)]).toEqual(['needs-poll']);
  });
});
