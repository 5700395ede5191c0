import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isLiteralElement,
  isSelectElement,
  isPluralElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { allTexts } from '../../../src/dispatch/all-texts';
import { instrumentQuestions } from '../../../src/domain/instruments';
import { instruments } from '../../../src/domain/survey';
import { enrolmentText } from '../../../src/enrolment/text/enrolment-text';
import { byLanguage, formsOfAddress, languages, type Language } from '../../../src/language/languages';
import { programmeText } from '../../../src/programme/text/programme-text';
import { proposalText } from '../../../src/proposal/text/proposal-text';
import { sessionText } from '../../../src/session/text/session-text';
import { surveyText } from '../../../src/survey/text/survey-text';

const sources = path.join(__dirname, '../../../src');
const everyText = Object.entries(allTexts).flatMap(([folder, texts]) =>
  languages.flatMap((language) =>
    Object.entries(texts.sources[language]).map(([key, text]) => ({ language, folder, key, text })),
  ),
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
const askingTexts = {
  pledge: byLanguage((language) => programmeText.sources[language]['pledge.ask']),
  invitation: byLanguage((language) => enrolmentText.sources[language]['invitation.ask']),
  proposal: byLanguage((language) => proposalText.sources[language]['proposal.ask']),
  slots: byLanguage((language) => sessionText.sources[language]['slots.ask']),
  met: byLanguage((language) => sessionText.sources[language]['met.ask']),
  survey: byLanguage((language) => surveyText.sources[language]['survey.ask']),
};

/** What a text in a language has to choose between, where it chooses at all: each form of address but the last, which is the usual one. */
function wantedOptions(language: Language): Readonly<Record<string, readonly string[]>> {
  return { address: [...formsOfAddress[language].slice(0, -1), 'other'], directness: ['indirect', 'other'] };
}

describe('all texts', () => {
  it('have the same keys in every language', () => {
    for (const { sources: texts } of Object.values(allTexts))
      for (const language of languages)
        expect(Object.keys(texts[language]).sort()).toEqual(Object.keys(texts[languages[0]!]).sort());
  });

  it('are those of every folder that has words', () => {
    const folders = readdirSync(sources, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => (readdirSync(path.join(sources, name)).includes('text') ? [name] : []));
    expect(Object.keys(allTexts).sort()).toEqual(folders.sort());
    for (const folder of folders)
      for (const language of languages) {
        const file = readFileSync(path.join(sources, folder, 'text', `${language}.json`), 'utf8');
        expect(allTexts[folder]!.sources[language]).toEqual(JSON.parse(file));
      }
  });

  it('have no folder that says the same key twice over', () => {
    const lines = (file: string) => [...file.matchAll(/^  "([^"]+)":/gmu)].map(([, key]) => key);
    for (const folder of Object.keys(allTexts))
      for (const language of languages) {
        const keys = lines(readFileSync(path.join(sources, folder, 'text', `${language}.json`), 'utf8'));
        expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      }
  });

  it('are only messages that parse', () => {
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

  it('answer every form of address, way of asking and number', () => {
    const incomplete = everyText.filter(({ language, text }) =>
      choicesIn(parse(text, { ignoreTag: true })).some(
        ({ on, options }) =>
          !options.includes('other') || (wantedOptions(language)[on] ?? []).some((option) => !options.includes(option)),
      ),
    );
    expect(incomplete).toEqual([]);
  });

  it('know no form of address but those of their language', () => {
    const strange = everyText.filter(({ language, text }) =>
      choicesIn(parse(text, { ignoreTag: true })).some(
        ({ on, options }) =>
          on === 'address' && [...options].sort().join() !== [...(wantedOptions(language).address ?? [])].sort().join(),
      ),
    );
    expect(strange).toEqual([]);
  });

  it('do not choose by the form of address where their language has one way only', () => {
    const choosing = everyText.filter(
      ({ language, text }) =>
        formsOfAddress[language].length === 0 &&
        choicesIn(parse(text, { ignoreTag: true })).some(({ on }) => on === 'address'),
    );
    expect(choosing).toEqual([]);
  });

  it.each(Object.entries(askingTexts))('ask directly and indirectly for the %s', (_name, texts) => {
    for (const text of Object.values(texts)) {
      expect(choicesIn(parse(text, { ignoreTag: true })).map(({ on }) => on)).toContain('directness');
    }
  });

  it('use the same values in every language, the form of address aside', () => {
    const values = (text: string) =>
      [...new Set(JSON.stringify(parse(text, { ignoreTag: true })).match(/"type":[1-6],"value":"\w+"/gu) ?? [])]
        .map((found) => found.replace(/^.*"value":/u, ''))
        .filter((name) => !/"(address)"/u.test(name))
        .sort();
    const differing = everyText.filter(({ folder, key, text }) => {
      const first = allTexts[folder]!.sources[languages[0]!][key]!;
      return JSON.stringify(values(text)) !== JSON.stringify(values(first));
    });
    expect(differing).toEqual([]);
  });

  it('have words for every question and every choice', () => {
    const questions = instruments.flatMap((instrument) => instrumentQuestions(instrument));
    const keys = questions.flatMap((question) => [
      `question.${question.id}`,
      ...(question.type === 'choice' ? question.choices.map((choice) => `choice.${choice}`) : []),
    ]);
    expect(keys.filter((key) => !surveyText.has(key))).toEqual([]);
  });
});

describe('typography', () => {
  const texts = everyText.map((entry) => ({ ...entry, said: words(parse(entry.text, { ignoreTag: true })) }));
  const wrong = (language: Language, mistake: RegExp) =>
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
