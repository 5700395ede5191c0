import { myPageSchema, type MyPage } from '../../../src/own-page/api-contract';
import type { StepOf } from '../../../src/own-page/step-contract';
import { charterVersion, charterWords } from '../../../src/charter/charter-words';
import type { Language } from '../../../src/language/languages';
import { needsPollText } from '../../../src/needs-poll/text/needs-poll-text';
import { programmeId } from './fixtures';

const ref = { programmeId, pairId: 'pair-1', number: 3, slotRound: 1 };

export const slotsStep: StepOf<'slots'> = {
  step: 'slots',
  pairId: 'pair-1',
  number: 3,
  partnerName: 'Kenji',
  partnerTimeZone: 'Asia/Tokyo',
  slots: [
    { index: 0, start: '2027-02-23T08:00:00.000Z', end: '2027-02-23T09:00:00.000Z' },
    { index: 1, start: '2027-02-24T08:30:00.000Z', end: '2027-02-24T09:30:00.000Z' },
    { index: 2, start: '2027-02-26T07:00:00.000Z', end: '2027-02-26T08:00:00.000Z' },
  ],
  chosen: [],
  actions: [
    { verb: 'session/suits', ...ref, slots: '' },
    { verb: 'session/none-suit', ...ref },
  ],
};

export const metStep: StepOf<'met'> = {
  step: 'met',
  pairId: 'pair-1',
  number: 2,
  partnerName: 'Kenji',
  start: '2027-02-15T08:00:00.000Z',
  actions: [
    { verb: 'session/met', ...ref, number: 2 },
    { verb: 'session/not-met', ...ref, number: 2 },
  ],
};

export const proposalStep: StepOf<'proposal'> = {
  step: 'proposal',
  topicFamilies: [{ fr: 'Intelligence artificielle', en: 'Artificial intelligence' }],
  replyBy: '2027-02-23T08:00:00.000Z',
  actions: [
    { verb: 'proposal/accept', programmeId, proposalId: 'proposal-1', revision: 1 },
    { verb: 'proposal/decline', programmeId, proposalId: 'proposal-1', revision: 1 },
  ],
};

export const charterStep: StepOf<'charter'> = {
  step: 'charter',
  pairId: 'pair-1',
  partnerName: 'Kenji',
  partnerAccepted: true,
  words: [...charterWords('en')],
  actions: [{ verb: 'charter/accept', programmeId, pairId: 'pair-1', version: charterVersion }],
};

/** The charter once the reader has accepted it. */
export const acceptedCharter = { acceptedOn: '2026-12-11', words: [...charterWords('en')], partnerAccepted: true };

export const invitationStep: StepOf<'invitation'> = {
  step: 'invitation',
  actions: [
    { verb: 'invitation/accept', programmeId },
    { verb: 'invitation/not-now', programmeId },
  ],
};

/** The needs poll, before enrolment opens. */
export function needsPollStep(language: Language = 'en'): StepOf<'needs-poll'> {
  const date = language === 'fr' ? 'vendredi 26 février' : 'Friday 26 February';
  const say = (word: Parameters<typeof needsPollText>[1]): string =>
    needsPollText(language, word, { date, directness: 'direct', address: language === 'fr' ? 'vous' : 'none' });
  return {
    step: 'needs-poll',
    topics: ['generative-ai', 'podcasts', 'cybersecurity'],
    words: {
      title: say('needs-poll.open-title'),
      about: [say('needs-poll.open-what'), say('needs-poll.open-how'), say('needs-poll.open-until')],
      learn: say('needs-poll.learn'),
      teach: say('needs-poll.teach'),
      takePart: say('needs-poll.take-part'),
      replies: { yes: say('needs-poll.yes'), perhaps: say('needs-poll.perhaps'), no: say('needs-poll.no') },
      note: say('needs-poll.note'),
      send: say('needs-poll.send'),
      sent: [say('needs-poll.sent-title'), say('needs-poll.sent-what'), say('needs-poll.sent-next')],
      again: say('needs-poll.again'),
    },
    actions: [{ verb: 'needs-poll/answer', programmeId, poll: '1', learn: '', teach: '', takePart: '' }],
  };
}

export const surveyStep: StepOf<'survey'> = {
  step: 'survey',
  surveyRound: 'closing',
  instrument: 'closing',
  replyBy: '2027-02-28T08:00:00.000Z',
  fewest: { scores: 5, comments: 10 },
  state: 'open',
  given: {},
  questions: [
    { id: 'useful', type: 'agreement' },
    { id: 'tool-use', type: 'choice', choices: ['never', 'tried', 'monthly', 'weekly', 'daily'] },
    { id: 'again', type: 'zero-to-ten' },
    { id: 'comment', type: 'comment' },
  ],
  actions: [
    { verb: 'survey/answer', programmeId, surveyRound: 'closing', answers: {} },
    { verb: 'survey/save', programmeId, surveyRound: 'closing', answers: {} },
    { verb: 'survey/skip', programmeId, surveyRound: 'closing' },
  ],
};

/** The page of a junior in a pair, the next session booked with somebody in Tokyo. */
export function myPage(overrides: Partial<MyPage> = {}): MyPage {
  return myPageSchema.parse({
    programmeId,
    programmeName: { fr: 'Regards croisés 2027', en: 'Crossed views 2027' },
    programmeState: 'running',
    months: 6,
    timeZone: 'Europe/Paris',
    me: {
      name: 'Zoé Marchand',
      role: 'mentor',
      state: 'enrolled',
      timeZone: 'Europe/Paris',
      isZoneStated: true,
      zones: [],
      languages: ['fr', 'en'],
      expertise: [
        { topic: 'generative-ai', level: 4 },
        { topic: 'automation', level: 3 },
      ],
      goals: [],
      availability: 'mon-fri 09:00-12:00',
      capacity: 1,
      pauseRange: { earliest: '2027-02-17', latest: '2027-05-17' },
    },
    pairs: [
      {
        pairId: 'pair-1',
        side: 'mentor',
        state: 'active',
        leave: 'open',
        partner: {
          name: 'Kenji Watanabe',
          shownName: 'Kenji',
          email: 'kenji.watanabe@exemple.test',
          function: 'Direction industrielle',
          site: 'Tokyo',
          timeZone: 'Asia/Tokyo',
        },
        topics: ['generative-ai'],
        startedAt: '2026-12-10T09:00:00.000Z',
        months: ['held', 'held', 'booked', 'none', 'none', 'none'],
        nextSession: {
          number: 3,
          start: '2027-02-23T08:30:00.000Z',
          end: '2027-02-23T09:30:00.000Z',
          calendarPath: '/calendar/regards/pair-1/3/mentor/abc.ics',
        },
        charter: acceptedCharter,
        history: [
          { number: 1, state: 'held', start: '2026-12-17T08:00:00.000Z' },
          { number: 2, state: 'held', start: '2027-01-19T08:30:00.000Z' },
        ],
      },
    ],
    steps: [
      {
        step: 'move',
        pairId: 'pair-1',
        number: 3,
        partnerName: 'Kenji',
        partnerTimeZone: 'Asia/Tokyo',
        start: '2027-02-23T08:30:00.000Z',
        actions: [{ verb: 'session/move', ...ref }],
      },
    ],
    assisting: [],
    ...overrides,
  });
}

/** The page of an assistant: times only. */
export function assistantPage(): MyPage {
  const { me: _me, ...rest } = myPage();
  const { partnerName: _name, partnerTimeZone: _zone, ...unnamed } = slotsStep;
  return myPageSchema.parse({
    ...rest,
    pairs: [],
    steps: [],
    assisting: [
      {
        menteeName: 'Philippe de Montferrand',
        sessions: [{ number: 1, state: 'held', start: '2026-12-17T08:00:00.000Z', end: '2026-12-17T09:00:00.000Z' }],
        steps: [unnamed],
      },
    ],
  });
}

/** The page of somebody who is asked a needs poll: enrolment is not open, and they have no pair. */
export function pageBeforeEnrolment(language: Language = 'en'): MyPage {
  const page = myPage();
  return myPage({
    programmeState: 'setup',
    pairs: [],
    steps: [needsPollStep(language)],
    ...(page.me && { me: { ...page.me, state: 'imported' } }),
  });
}
