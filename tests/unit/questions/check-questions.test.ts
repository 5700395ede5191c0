import { checkQuestions } from '../../../src/questions/check-questions';
import { findPersonalSubjects } from '../../../src/questions/find-personal-subjects';
import { anOwnQuestion } from '../../helpers/factories/own-question';
import { ownQuestionsSchema } from '../../../src/domain/own-questions-contract';
import { ownKinds, ownSurveys } from '../../../src/domain/own-questions';
import type { QuestionsBody } from '../../../src/questions/api-contract';

const least = { scores: 5, comments: 10 };
const bodyOf = (questions: readonly unknown[], thresholds: QuestionsBody['thresholds'] = least): QuestionsBody => ({
  questions: questions as QuestionsBody['questions'],
  thresholds,
});
const faultsOf = (body: QuestionsBody, from = least) => {
  const checked = checkQuestions(body, ownSurveys, from);
  return checked.ok ? [] : checked.issues.map(({ path, fault }) => `${path}: ${fault}`);
};

describe('Questions as HR types them', () => {
  it('of every kind are kept, without blanks, and as the plan reads them', () => {
    const questions = ownKinds.map((kind) => ({
      ...anOwnQuestion(kind),
      words: { fr: '  Ça va ?\n ', en: ' How\tis it? ' },
    }));
    const checked = checkQuestions(bodyOf(questions), ownSurveys, least);
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    expect(checked.value.map(({ words }) => words)).toEqual(ownKinds.map(() => ({ fr: 'Ça va ?', en: 'How is it?' })));
    expect(ownQuestionsSchema.safeParse(checked.value)).toMatchObject({ success: true });
  });

  it('keep a script, Markdown and a formula as the text they are', () => {
    const text = '<script>alert(1)</script> **gras** =1+1 ${x} {{DATE(2027)}}';
    const checked = checkQuestions(
      bodyOf([anOwnQuestion('scale', { words: { fr: text, en: text } })]),
      ownSurveys,
      least,
    );
    expect(checked).toMatchObject({ ok: true, value: [{ words: { fr: text, en: text } }] });
  });

  it('are told all that does not fit, at once and by field', () => {
    const body = bodyOf(
      [
        { ...anOwnQuestion('scale'), words: { fr: '', en: 'x'.repeat(100_000) }, surveys: [] },
        { ...anOwnQuestion('choice'), choices: [{ fr: 'a', en: 'a' }] },
        {
          ...anOwnQuestion('choices'),
          choices: [
            { fr: 'a', en: 'a' },
            { fr: 'a', en: 'b' },
          ],
        },
        { ...anOwnQuestion('scale'), id: 'safe', ends: undefined },
        anOwnQuestion('choice'),
      ],
      { scores: 4, comments: 101 },
    );
    expect(faultsOf(body)).toEqual([
      'questions.0.surveys: surveys-none',
      'questions.0.words.fr: words-missing',
      'questions.0.words.en: words-long',
      'questions.1.choices: choices-few',
      'questions.2.choices.1.fr: choice-twice',
      'questions.3.id: id-invalid',
      'questions.3.ends.low.fr: words-missing',
      'questions.3.ends.low.en: words-missing',
      'questions.3.ends.high.fr: words-missing',
      'questions.3.ends.high.en: words-missing',
      'questions.4.id: id-twice',
      'thresholds.scores: threshold-low',
      'thresholds.comments: threshold-high',
    ]);
  });

  it('are ten in a survey at most, two of them in words', () => {
    const many = Array.from({ length: 11 }, (_none, index) =>
      anOwnQuestion(index < 3 ? 'comment' : 'scale', { id: `own-${String(index)}`, surveys: ['closing'] }),
    );
    expect(faultsOf(bodyOf(many))).toEqual(['questions: survey-full', 'questions: survey-words']);
    expect(faultsOf(bodyOf(many.slice(1)))).toEqual([]);
  });

  it('stand only in surveys that the plan has', () => {
    const checked = checkQuestions(bodyOf([anOwnQuestion('scale')]), ['closing'], least);
    expect(checked).toMatchObject({ ok: false, issues: [{ fault: 'survey-not-planned' }] });
  });

  it('may not lower a threshold below where it is', () => {
    expect(faultsOf(bodyOf([], { scores: 7, comments: 12 }), { scores: 8, comments: 12 })).toEqual([
      'thresholds.scores: threshold-low',
    ]);
  });
});

describe('What a works council would refuse', () => {
  it.each([
    ['health', 'Votre santé vous permet-elle de participer ?', 'Do you feel ill, or under stress?'],
    ['origin', 'Quelle est votre nationalité ?', 'What is your mother tongue?'],
    ['age', 'Quel est votre âge ?', 'How old are you?'],
    ['religion', 'Quelle est votre religion ?', 'Do you go to church?'],
    ['union', 'Êtes-vous syndiqué ?', 'Are you a union member?'],
    ['person', 'Quel est le nom de votre responsable ?', 'Is it true that Mrs Roux helped?'],
  ])('is seen where a question asks about %s, in either language', (subject, french, english) => {
    expect([findPersonalSubjects([french]), findPersonalSubjects([english])]).toEqual([[subject], [subject]]);
  });

  it('is not seen in a question about the programme', () => {
    const texts = [
      'Les séances tiennent-elles dans votre agenda ?',
      'Which page of the plan did you use?',
      'Partagez-vous ce que vous avez appris avec votre équipe ?',
    ];
    expect(findPersonalSubjects(texts)).toEqual([]);
  });
});
