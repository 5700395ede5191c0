import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isLiteralElement,
  isSelectElement,
  isPluralElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { catalogue } from '../../../src/language/catalogue';
import { instrumentQuestions } from '../../../src/domain/instruments';

const sources = path.join(__dirname, '../../../src');
const french = Object.entries(catalogue.fr);
const everyText = (['fr', 'en'] as const).flatMap((language) =>
  Object.entries(catalogue[language]).map(([key, text]) => ({ language, key, text })),
);

/** Every `select` and `plural` of a message, with what it is about. */
function choicesIn(elements: readonly MessageFormatElement[]): { on: string; options: string[]; plural: boolean }[] {
  return elements.flatMap((element) =>
    isSelectElement(element) || isPluralElement(element)
      ? [
          { on: element.value, options: Object.keys(element.options), plural: isPluralElement(element) },
          ...Object.values(element.options).flatMap((option) => choicesIn(option.value)),
        ]
      : [],
  );
}

/** The words of a message with every ICU mark and value taken out. */
function words(elements: readonly MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (isLiteralElement(element)) return element.value;
      if (isSelectElement(element) || isPluralElement(element))
        return Object.values(element.options)
          .map((option) => words(option.value))
          .join('\n');
      return 'x';
    })
    .join('');
}

/** Texts that ask a person for something: they exist in a direct and an indirect way. */
const askingTexts = [
  'messaging.pledge.ask',
  'messaging.invitation.ask',
  'messaging.proposal.ask',
  'messaging.slots.ask',
  'messaging.met.ask',
  'messaging.survey.ask',
];

describe('the catalogue of texts', () => {
  it('has the same keys in every language', () => {
    expect(Object.keys(catalogue.en).sort()).toEqual(Object.keys(catalogue.fr).sort());
  });

  it('holds every text folder, each key prefixed by its feature and written once', () => {
    const folders = readdirSync(sources, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => (readdirSync(path.join(sources, name)).includes('text') ? [name] : []));
    for (const feature of folders) {
      for (const language of ['fr', 'en'] as const) {
        const file = JSON.parse(
          readFileSync(path.join(sources, feature, 'text', `${language}.json`), 'utf8'),
        ) as Record<string, string>;
        expect(Object.keys(file).filter((key) => !key.startsWith(`${feature}.`))).toEqual([]);
        expect(Object.keys(file).filter((key) => catalogue[language][key] !== file[key])).toEqual([]);
      }
    }
  });

  it('has only messages that parse', () => {
    const broken = everyText.filter(({ text }) => {
      try {
        parse(text, { ignoreTag: true });
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it('answers every form of address, way of asking and number', () => {
    const wanted: Record<string, string[]> = { address: ['tu', 'other'], directness: ['indirect', 'other'] };
    const incomplete = everyText.filter(({ text }) =>
      choicesIn(parse(text, { ignoreTag: true })).some(
        ({ on, options }) =>
          !options.includes('other') || (wanted[on] ?? []).some((option) => !options.includes(option)),
      ),
    );
    expect(incomplete).toEqual([]);
  });

  it.each(askingTexts)('asks directly and indirectly in %s', (key) => {
    for (const language of ['fr', 'en'] as const) {
      expect(choicesIn(parse(catalogue[language][key]!, { ignoreTag: true })).map(({ on }) => on)).toContain(
        'directness',
      );
    }
  });

  it('uses the same values in both languages, the form of address aside', () => {
    const values = (text: string) =>
      [...new Set(JSON.stringify(parse(text, { ignoreTag: true })).match(/"type":[1-6],"value":"\w+"/gu) ?? [])]
        .map((found) => found.replace(/^.*"value":/u, ''))
        .filter((name) => !/"(address)"/u.test(name))
        .sort();
    expect(
      french
        .filter(([key, text]) => JSON.stringify(values(text)) !== JSON.stringify(values(catalogue.en[key]!)))
        .map(([key]) => key),
    ).toEqual([]);
  });

  it('has words for every question and every choice', () => {
    const questions = (['baseline', 'pulse', 'midpoint', 'closing'] as const).flatMap((instrument) =>
      instrumentQuestions(instrument),
    );
    const keys = questions.flatMap((question) => [
      `survey.question.${question.id}`,
      ...(question.type === 'choice' ? question.choices.map((choice) => `survey.choice.${question.id}.${choice}`) : []),
    ]);
    expect(keys.filter((key) => !(key in catalogue.fr))).toEqual([]);
  });
});

describe('typography', () => {
  const texts = everyText.map((entry) => ({ ...entry, said: words(parse(entry.text, { ignoreTag: true })) }));
  const wrong = (language: 'fr' | 'en', mistake: RegExp) =>
    texts.filter((entry) => entry.language === language && mistake.test(entry.said)).map(({ key }) => key);

  it('has curved apostrophes and quotation marks only', () => {
    expect([...wrong('fr', /['"]/u), ...wrong('en', /['"]/u)]).toEqual([]);
  });

  it('has a non-breaking space before French double punctuation', () => {
    expect(wrong('fr', /[^\u00a0\u202f][:;!?]/u)).toEqual([]);
  });

  it('has non-breaking spaces inside French quotation marks', () => {
    expect(wrong('fr', /«[^\u00a0\u202f]|[^\u00a0\u202f]»|[“”]/u)).toEqual([]);
  });

  it('has no space before English punctuation, and no double spaces', () => {
    expect([
      ...wrong('en', /[\s\u00a0\u202f]([:;!?,]|\.(?!\w))/u),
      ...wrong('en', / {2}/u),
      ...wrong('fr', / {2}/u),
    ]).toEqual([]);
  });

  it('has accents on capitals', () => {
    expect(wrong('fr', /(^|[.?!]\s)(A |Ecri|Etap|Evid|Edit|Etes)/u)).toEqual([]);
  });

  it('talks down to nobody', () => {
    const banned =
      /despite your age|even a senior|digital native|remedial|malgré votre âge|malgré ton âge|même un senior|rattrapage|en retard|\bbehind\b/iu;
    expect(everyText.filter(({ text }) => banned.test(text))).toEqual([]);
  });
});
