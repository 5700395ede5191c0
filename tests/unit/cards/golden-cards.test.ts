import { noticeWords } from '../../../bot/teams/cards/notice-words';
import { profileCard } from '../../../bot/teams/cards/enrolment/profile-card';
import { renderCard, renderChannelCard, renderSmallCard } from '../../../bot/teams/cards/render-card';
import { speakerFor } from '../../../bot/teams/cards/speaker';
import type { CardView } from '../../../src/domain/view';
import { dummyReader, dummyView, everyView } from '../../helpers/card-views';
import { expectGolden, expectNoOrphans } from '../../helpers/compare-golden';
import { printCardGolden, type GoldenCase } from './print-card-golden';

const bare = { base: 'https://passerelle.example' };
const links = { ...bare, tab: 'https://teams.microsoft.com/l/entity/x' };
const cards = [...new Set(everyView().map(({ card }) => card))];

const longestShown = 200;

/** What makes a view another one than the plain view of its card. */
function nameOf(view: CardView): object {
  const plain = Object.entries(dummyView(view.card));
  const own = new Map<string, unknown>(Object.entries(view));
  const changed = [...own].filter(([name, value]) => {
    const [, before] = plain.find(([known]) => known === name) ?? [];
    return JSON.stringify(before) !== JSON.stringify(value);
  });
  const absent = plain.filter(([name]) => !own.has(name)).map(([name]) => [name, null] as const);
  const short = changed.map(([name, value]) => {
    const fits = JSON.stringify(value).length <= longestShown || !Array.isArray(value);
    return [name, fits ? value : `${String(value.length)} entries`] as const;
  });
  return Object.fromEntries([...short, ...absent]);
}

const rendered = (view: CardView): GoldenCase => ({
  of: nameOf(view),
  draw: (reader) => ({
    ...renderCard(view, reader, links),
    ...(view.card === 'notice' ? { words: noticeWords(view.notice, speakerFor(reader)) } : {}),
  }),
});

const withoutTab = (view: CardView): GoldenCase => ({
  of: { ...nameOf(view), tab: null },
  draw: (reader) => renderCard(view, reader, bare),
});

/** Variants of a card that no view tells: where there is no tab, and the card in place of one that is too large. */
const variants: Partial<Record<CardView['card'], readonly GoldenCase[]>> = {
  home: [withoutTab(dummyView('home'))],
  replacements: [withoutTab(dummyView('replacements'))],
  renewals: [withoutTab(dummyView('renewals'))],
  'administrator-welcome': [withoutTab(dummyView('administrator-welcome'))],
  notice: [
    withoutTab(dummyView('notice', { notice: 'shortened' })),
    { of: { small: 'proposal' }, draw: (reader) => renderSmallCard(dummyView('proposal'), reader, links) },
  ],
};

const dialog = {
  now: '2027-01-12T09:00:00.000Z',
  programmeId: 'reciproque-2027',
  programmeName: 'Réciproque 2027',
  profile: {
    languages: ['fr', 'sv'],
    timeZone: 'America/Toronto',
    zones: ['America/Toronto', 'America/Vancouver'],
    expertise: 'IA générative, mobilité',
    goals: 'négociation',
    availability: 'lun-ven 09:00-12:00',
    capacity: 1,
    teachingStyle: ['by-doing', 'by-talking'],
    learningStyle: ['by-examples'],
    pedagogy: 4,
  },
};

/** Cards that are not drawn from a view: the dialog of the profile, and the channel's message in two languages. */
const particular: Readonly<Record<string, readonly GoldenCase[]>> = {
  'profile-dialog': [
    ...(['mentor', 'mentee', 'both'] as const).map((role) => ({ ...dialog, role })),
    { ...dialog, role: 'both' as const, messageId: 'message-1', profile: { ...dialog.profile, capacity: 5 } },
  ].map((one) => ({
    of: { role: one.role, ...('messageId' in one ? { messageId: one.messageId } : {}) },
    draw: (reader) => ({ card: profileCard(one, reader) }),
  })),
  channel: (
    [
      ['fr', 'en'],
      ['en', 'fr'],
    ] as const
  ).map((languages) => ({
    of: { languages },
    draw: ({ culture }) =>
      renderChannelCard(
        languages.map((language) => ({
          view: dummyView('channel-reminder'),
          reader: dummyReader({ language, culture }),
        })),
        links,
      ),
  })),
};

const goldens = new Map<string, readonly GoldenCase[]>([
  ...cards.map((card) => {
    const views = everyView().filter((view) => view.card === card);
    return [card, [...views.map(rendered), ...(variants[card] ?? [])]] as const;
  }),
  ...Object.entries(particular),
]);

describe('the golden of a card, in every state and for every reader', () => {
  it.each([...goldens])('%s is what is drawn', (name, cases) => {
    expectGolden(`tests/unit/cards/golden/${name}.json`, printCardGolden(cases));
  });

  it('has a card', () => {
    expectNoOrphans(
      'tests/unit/cards/golden',
      [...goldens.keys()].map((name) => `${name}.json`),
    );
  });
});
