import type * as AdaptiveCardsLibrary from 'adaptivecards';
import { renderCard, renderChannelCard } from '../../../bot/teams/cards/render-card';
import { charterWords } from '../../../src/charter/charter-words';
import { actions, verbOf } from '../../../src/dispatch/actions';
import type { CardView, Reader } from '../../../src/domain/view';
import { dummyReader, dummyView, everyView } from '../../helpers/card-views';

/** The package's main file is an ES module in a CommonJS package; its browser bundle loads everywhere. */
const { AdaptiveCard, SerializationContext, Versions } = jest.requireActual<typeof AdaptiveCardsLibrary>(
  'adaptivecards/dist/adaptivecards',
);

const links = { base: 'https://passerelle.example', tab: 'https://teams.microsoft.com/l/entity/x' };
const readers: readonly Reader[] = (['fr', 'en'] as const).flatMap((language) =>
  (['tu', 'vous'] as const).flatMap((address) =>
    (['direct', 'indirect'] as const).map((directness) => dummyReader({ language, culture: { address, directness } })),
  ),
);
const cases = everyView().flatMap((view) =>
  readers.map((reader) => ({ view, reader, ...renderCard(view, reader, links) })),
);

type Node = Record<string, unknown>;
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}
const ofType = (card: unknown, prefix: string) =>
  nodesOf(card).filter((node) => typeof node.type === 'string' && node.type.startsWith(prefix));
const named = ({ view, reader }: { view: CardView; reader: Reader }) =>
  `${view.card} ${'state' in view ? view.state : ''} ${reader.language} ${reader.culture.address} ${reader.culture.directness}`;
const failing = (holds: (one: (typeof cases)[number]) => boolean) => cases.filter((one) => !holds(one)).map(named);

const declaredVerbs = new Set<string>(actions.map(verbOf));

describe('every card, in both languages, forms of address and ways of asking', () => {
  it('is a card that the adaptivecards library reads without a complaint', () => {
    const complaints = cases.flatMap((one) => {
      const context = new SerializationContext(Versions.v1_5);
      const card = new AdaptiveCard();
      card.parse(structuredClone(one.card), context);
      const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
      const checked = card.validateProperties().validationEvents.map((event) => event.message);
      return [...parsed, ...checked].map((message) => `${named(one)}: ${message}`);
    });
    expect(complaints).toEqual([]);
  });

  it('is, as an invitation and its reminder, signed with the sponsor’s full name and their words, whatever they typed', () => {
    const signed = (reminder: boolean, sponsorWords?: string) =>
      JSON.stringify(
        renderCard(
          dummyView('invitation', {
            ...(reminder ? { reminder } : {}),
            sponsorName: 'Béatrice Aubry',
            ...(sponsorWords === undefined ? {} : { sponsorWords }),
          }),
          dummyReader({ language: 'fr' }),
          links,
        ).card,
      );
    for (const reminder of [false, true]) {
      expect(signed(reminder, 'J’y *crois*.')).toContain('«\u00a0J’y \\\\*crois\\\\*.\u00a0» Béatrice Aubry');
      expect(signed(reminder)).toContain('Béatrice Aubry');
      expect(signed(reminder)).not.toContain('«');
    }
  });

  it('leaves no binding and no undefined behind', () => {
    expect(failing(({ card }) => !/\$\{|undefined|\[object|NaN/.test(JSON.stringify(card)))).toEqual([]);
  });

  it('has at most six actions and one main one', () => {
    expect(
      failing(({ card }) => {
        const actions = (card.actions ?? []) as Node[];
        return actions.length <= 6 && actions.filter((action) => action.style === 'positive').length <= 1;
      }),
    ).toEqual([]);
  });

  it('offers a way forward, except in the channel', () => {
    expect(
      failing(({ view, card }) => view.card === 'channel-reminder' || ((card.actions ?? []) as Node[]).length > 0),
    ).toEqual([]);
  });

  it('gives each Action.Execute a Submit of the same verb and the same ids', () => {
    expect(
      failing(({ card }) =>
        ofType(card, 'Action.Execute').every((action) => {
          const fallback = action.fallback as Node;
          return (
            fallback.type === 'Action.Submit' &&
            declaredVerbs.has(action.verb as string) &&
            JSON.stringify(fallback.data) === JSON.stringify({ verb: action.verb, ...(action.data as Node) }) &&
            (action.data as Node).v === 1
          );
        }),
      ),
    ).toEqual([]);
  });

  it('says what matters in at most three sentences before the inputs', () => {
    expect(
      failing(({ card }) => {
        const lines = (card.body as Node[])
          .slice(1)
          .filter((node) => node.type === 'TextBlock' && node.isSubtle !== true && node.weight === undefined);
        const sentences = lines.flatMap((line) => (line.text as string).split(/(?<=[.?!])\s+/u));
        return sentences.length <= 3;
      }),
    ).toEqual([]);
  });

  it('shows no placeholder of a number', () => {
    const shown = ['fr', 'en'] as const;
    for (const language of shown)
      for (const view of everyView()) {
        const { card } = renderCard(view, dummyReader({ language }), { base: 'https://p.example' });
        expect(JSON.stringify(card)).not.toMatch(/\s#\s/u);
      }
  });

  it('wraps every text, for a phone', () => {
    expect(failing(({ card }) => ofType(card, 'TextBlock').every((block) => block.wrap === true))).toEqual([]);
  });

  it('carries nothing private in its summary', () => {
    const summaries = new Set(cases.map(({ summary }) => summary));
    expect(
      [...summaries].filter((summary) => /Kenji|Watanabe|Réciproque|IA|pulse|séance|session/i.test(summary)),
    ).toEqual([]);
  });

  it('speaks one form of address only', () => {
    const french = cases.filter(({ view, reader }) => reader.language === 'fr' && view.card !== 'channel-reminder');
    const wrong = {
      tu: /(^|[\s«’])(vous|votre|vos)(?![\p{L}-])/iu,
      vous: /(^|[\s«’])(tu|toi|ton|ta|tes|te|t’\p{L}+)(?![\p{L}-])/iu,
    };
    expect(
      french.filter(({ reader, card }) => wrong[reader.culture.address].test(JSON.stringify(card))).map(named),
    ).toEqual([]);
  });
});

describe('a card with the longest names', () => {
  const long = 'Ö'.repeat(200);
  const loaded = everyView().map((view) => {
    const wide = Object.fromEntries(
      Object.entries(view).map(([key, value]) => {
        if (/Name$/.test(key)) return [key, long];
        if (/^(objectives|topics|reasons|topicFamilies)$/.test(key))
          return [key, Array.from({ length: 5 }, () => 'é'.repeat(300))];
        if (key === 'profile')
          return [
            key,
            {
              languages: ['fr', 'en', 'de', 'it'],
              timeZone: 'America/Toronto',
              zones: ['America/Toronto'],
              expertise: 'à'.repeat(500),
              goals: 'û'.repeat(500),
            },
          ];
        if (key === 'words') return [key, 'ç'.repeat(500)];
        return [key, value];
      }),
    );
    return wide as unknown as CardView;
  });

  it.each(
    readers.map(
      (reader) => [`${reader.language} ${reader.culture.address} ${reader.culture.directness}`, reader] as const,
    ),
  )('stays under 28 KB in UTF-16 with room for the envelope (%s)', (_name, reader) => {
    const sizes = loaded.map((view) => ({
      card: view.card,
      bytes: JSON.stringify(renderCard(view, reader, links)).length * 2,
    }));
    expect(sizes.filter(({ bytes }) => bytes > 26 * 1024)).toEqual([]);
  });
});

describe('F36: what people typed', () => {
  const hostile = '**x** <at>All</at> [clic](https://evil.example) ${secret} # &lt;b&gt;';

  it('is shown as the characters it is', () => {
    const { card } = renderCard(
      dummyView('introduction', { partnerName: hostile, partnerFunction: hostile, reasons: [hostile] }),
      dummyReader(),
      links,
    );
    const texts = ofType(card, 'TextBlock')
      .map((block) => block.text as string)
      .concat(ofType(card, 'FactSet').flatMap((set) => (set.facts as Node[]).map((fact) => fact.value as string)));
    for (const text of texts) {
      expect(text).not.toMatch(/(?<!\\)(\*\*|<at>|\[clic\]|https:\/\/evil|\$\{)/);
    }
  });

  it('is shown so in the title of a programme too, in the channel', () => {
    const { card } = renderCard(dummyView('channel-reminder', { programmeName: hostile }), dummyReader(), links);
    const texts = ofType(card, 'TextBlock').map((block) => block.text as string);
    expect(texts.filter((text) => text.includes('evil'))).not.toEqual([]);
    for (const text of texts) expect(text).not.toMatch(/(?<!\\)(\*\*|<at>|\[clic\]|https:\/\/evil|\$\{)/);
  });

  it('never becomes a binding when it is shown again in an input', () => {
    const view = dummyView('pledge', { state: 'given', words: '${sponsor}' });
    expect(JSON.stringify(renderCard(view, dummyReader(), links).card)).not.toContain('${');
  });
});

describe('particular cards', () => {
  const actionsOf = (view: CardView, reader = dummyReader()) => renderCard(view, reader, links).card.actions as Node[];

  it.each(['replacements', 'renewals'] as const)('the %s card leads HR to the page of the pairs itself', (card) => {
    const view = { ...dummyView(card), programmeId: 'passages' };
    const { url } = actionsOf(view).find(({ type }) => type === 'Action.OpenUrl') as { url: string };
    const context = JSON.parse(new URL(url).searchParams.get('context') ?? '') as unknown;
    expect(context).toEqual({ subEntityId: '/programmes/passages/pairing' });
  });

  it('the card for a new administrator leads to the programme', () => {
    const view = { ...dummyView('administrator-welcome'), programmeId: 'passages' };
    const { url } = actionsOf(view).find(({ type }) => type === 'Action.OpenUrl') as { url: string };
    expect(decodeURIComponent(url)).toContain('"/programmes/passages"');
  });

  it('the slots card has all its times ticked', () => {
    const [input] = ofType(renderCard(dummyView('slots'), dummyReader(), links).card, 'Input.ChoiceSet');
    expect(input).toMatchObject({ id: 'slots', isMultiSelect: true, value: '0,1,2' });
  });

  it('the slots card names the partner’s hour only where it is another one', () => {
    const titles = (partnerTimeZone: string) =>
      (
        ofType(
          renderCard(dummyView('slots', { partnerTimeZone }), dummyReader({ language: 'en' }), links).card,
          'Input.ChoiceSet',
        )[0]!.choices as Node[]
      )[0]!.title;
    expect(titles('Asia/Tokyo')).toBe('Tuesday 12 January, 14:30 to 15:30 (22:30 for Kenji)');
    expect(titles('Europe/Berlin')).toBe('Tuesday 12 January, 14:30 to 15:30');
  });

  it('a delegate sees times and no name', () => {
    const view = everyView().find((one) => one.card === 'slots' && one.asDelegate && one.state === 'open')!;
    expect(JSON.stringify(renderCard(view, dummyReader(), links).card)).not.toMatch(/Kenji|Watanabe/);
  });

  it('the proposal asks once more behind Decline, for no reason, and names nobody', () => {
    const [accept, decline] = actionsOf(dummyView('proposal'));
    expect(accept).toMatchObject({
      verb: 'proposal/accept',
      style: 'positive',
      data: { proposalId: 'p-1', revision: 3 },
    });
    expect(ofType(decline, 'Input.Text')).toEqual([]);
    expect(ofType(decline, 'Action.Execute')[0]).toMatchObject({ verb: 'proposal/decline' });
  });

  it('the introduction opens the partner’s own chat', () => {
    expect(actionsOf(dummyView('introduction'))).toContainEqual(
      expect.objectContaining({
        type: 'Action.OpenUrl',
        url: 'https://teams.microsoft.com/l/chat/0/0?users=kenji.watanabe%40example.com',
      }),
    );
  });

  it('the introduction has the charter, sentence by sentence, and accepting it as its main button until it is accepted', () => {
    const open = dummyView('introduction');
    const [accept, write] = actionsOf(open);
    expect(accept).toMatchObject({ verb: 'charter/accept', style: 'positive', data: { pairId: 'pair-1', version: 1 } });
    expect(write).not.toHaveProperty('style');
    const card = JSON.stringify(renderCard(open, dummyReader(), links).card);
    for (const sentence of charterWords('fr')) expect(card).toContain(sentence);
    const accepted = { version: 1, words: charterWords('fr'), acceptedOn: '2027-01-12' };
    const done = dummyView('introduction', { charter: { accepted, partnerAccepted: true } });
    expect(actionsOf(done)[0]).toMatchObject({ type: 'Action.OpenUrl', style: 'positive' });
    expect(JSON.stringify(renderCard(done, dummyReader(), links).card)).toContain(
      'Acceptée le mardi 12 janvier. Kenji l’a acceptée aussi.',
    );
  });

  it('the booked card opens the calendar file at the server’s address', () => {
    expect(actionsOf(dummyView('booked'))[0]).toMatchObject({
      url: 'https://passerelle.example/calendar/pair-1/2.ics?signature=abc',
    });
  });

  it('the invitation opens the profile in a dialog', () => {
    expect(actionsOf(dummyView('invitation'))[2]).toMatchObject({
      type: 'Action.Submit',
      data: { verb: 'profile/open', msteams: { type: 'task/fetch' } },
    });
  });

  it('the survey puts each question under its own answer id', () => {
    const inputs = ofType(
      (renderCard(dummyView('survey'), dummyReader(), links).card.body as Node[]).map((node) => ({ ...node })),
      'Input.',
    );
    expect([...new Set(inputs.map((input) => input.id))]).toEqual(['answer.useful', 'answer.heard', 'answer.learned']);
  });

  it('the channel card says it once in each language', () => {
    const { card } = renderChannelCard(
      (['fr', 'en'] as const).map((language) => ({
        view: dummyView('channel-reminder'),
        reader: dummyReader({ language }),
      })),
      links,
    );
    const titles = ofType(card, 'TextBlock')
      .filter((block) => block.style === 'heading')
      .map((block) => block.text);
    expect(titles).toEqual(['Mois 2 sur 6', 'Month 2 of 6']);
  });
});
