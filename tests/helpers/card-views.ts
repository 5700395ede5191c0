import { catalogueTopics } from '../../src/catalogues/topics';
import type { CardView, Notice, Reader } from '../../src/domain/view';
import type { HomeProgramme } from '../../src/own-page/home-programme-view';
import { personalWords } from '../../src/pairing/explanation/explain-left-over';
import { personalCodes } from '../../src/domain/pairing';
import { asksForComment, instrumentPages, instrumentQuestions } from '../../src/domain/instruments';
import { instruments, type Instrument } from '../../src/domain/survey';

const programme = { programmeId: 'reciproque-2027', programmeName: 'Réciproque 2027' };

type ViewOf<C extends CardView['card']> = Extract<CardView, { card: C }>;

/** A reader in Paris, first names, vous, direct; any part overridden. */
export function dummyReader(
  overrides: Partial<Omit<Reader, 'culture'>> & { culture?: Partial<Reader['culture']> } = {},
): Reader {
  return {
    language: 'fr',
    timeZone: 'Europe/Paris',
    ...overrides,
    culture: { address: 'vous', names: 'first', directness: 'direct', hierarchyDistance: 'low', ...overrides.culture },
  };
}

const slots = [0, 1, 2].map((index) => ({
  index,
  start: `2027-01-1${String(index + 2)}T13:30:00.000Z`,
  end: `2027-01-1${String(index + 2)}T14:30:00.000Z`,
}));

/** Of an earlier version of the charter, whose words stay as they were accepted. */
const accepted = { accepted: { version: 0, words: ['C’est du temps de travail.'], acceptedOn: '2027-01-12' } };

const profile = {
  timeZone: 'Europe/Paris',
  zones: [],
  languages: ['fr', 'en'],
  expertise: 'IA générative, mobilité',
  goals: 'négociation',
  availability: 'lun-ven 09:00-12:00',
  capacity: 1,
};

const defaults: { readonly [C in CardView['card']]: ViewOf<C> } = {
  pledge: {
    ...programme,
    card: 'pledge',
    state: 'open',
    words: '',
    objectives: ['Réduire la distance', 'Outils'],
    sponsorName: 'Claire Fontaine',
  },
  'administrator-welcome': { ...programme, card: 'administrator-welcome' },
  'administrator-farewell': {
    ...programme,
    card: 'administrator-farewell',
    administrators: ['Awa Diop', 'Luc Petit', 'Zoé Martin'],
  },
  'sponsor-report': {
    ...programme,
    card: 'sponsor-report',
    state: 'month',
    month: 4,
    months: 6,
    hours: { held: 61, planned: 66 },
    pairs: { active: 22 },
    told: {
      is: 'objective',
      wording: 'Les dirigeants se servent de *l’IA générative*.',
      at: { round: 'midpoint', instrument: 'midpoint', n: 21, kind: 'share', value: 47.6 },
      target: 70,
      unit: '%',
    },
  },
  'weekly-to-do': {
    ...programme,
    card: 'weekly-to-do',
    state: 'on',
    asOf: '2027-02-01T08:00:00.000Z',
    items: [
      { item: 'channel', count: 1 },
      { item: 'renewals', count: 4, until: '2027-03-02T17:00:00.000Z' },
      { item: 'publish', count: 12 },
      { item: 'draft', count: 6, atLeast: true },
      { item: 'work-stopped', count: 1 },
      { item: 'messages-failed', count: 2 },
      { item: 'unreached', count: 3 },
      { item: 'link', count: 1 },
      { item: 'not-enrolled', count: 13 },
    ],
  },
  'link-question': {
    ...programme,
    card: 'link-question',
    state: 'open',
    participantId: 'p3',
    name: 'Inès Belkacem',
  },
  invitation: {
    ...programme,
    card: 'invitation',
    state: 'open',
    role: 'mentor',
    months: 6,
    sponsorName: 'Claire Fontaine',
    objectives: ['Outils'],
    profile,
  },
  proposal: {
    ...programme,
    card: 'proposal',
    state: 'open',
    side: 'mentor',
    reminder: false,
    proposalId: 'p-1',
    revision: 3,
    topicFamilies: ['Technologie', 'Environnement'],
    partnerFunction: 'Direction industrielle',
    replyBy: '2027-01-12T17:00:00.000Z',
    months: 6,
  },
  standing: { ...programme, card: 'standing', state: 'waiting' },
  replacements: { ...programme, card: 'replacements', pairs: 24, suggested: 4 },
  introduction: {
    ...programme,
    card: 'introduction',
    pairId: 'pair-1',
    side: 'mentor',
    partnerName: 'Kenji Watanabe',
    partnerEmail: 'kenji.watanabe@example.com',
    partnerFunction: 'Directeur général',
    partnerSite: 'Tokyo',
    partnerTimeZone: 'Asia/Tokyo',
    topics: ['IA générative'],
    reasons: ['Une langue en commun.', 'Un même sujet.'],
    months: 6,
    charter: { partnerAccepted: false },
  },
  pair: {
    ...programme,
    card: 'pair',
    state: 'active',
    mayStay: false,
    pairId: 'pair-1',
    side: 'mentor',
    partnerName: 'Kenji Watanabe',
    partnerEmail: 'kenji.watanabe@example.com',
    nextSession: slots[0]!.start,
  },
  leave: {
    ...programme,
    card: 'leave',
    state: 'open',
    mayStay: false,
    pairId: 'pair-1',
    partnerName: 'Kenji Watanabe',
  },
  pause: { ...programme, card: 'pause', state: 'open', earliest: '2027-01-12', latest: '2027-04-11' },
  diversity: { ...programme, card: 'diversity', answers: [{ attribute: 'gender' }, { attribute: 'ageBand' }] },
  departure: { ...programme, card: 'departure', state: 'open', pairs: 1, mayReturn: false },
  'hour-off': {
    ...programme,
    card: 'hour-off',
    partnerName: 'Kenji Watanabe',
    resumesOn: '2027-02-01',
    calledOff: slots[0]!.start,
  },
  'session-off': { ...programme, card: 'session-off', state: 'off', number: 2 },
  'pair-ended': {
    ...programme,
    card: 'pair-ended',
    pairId: 'pair-1',
    partnerName: 'Kenji Watanabe',
    finished: false,
    wish: 'another',
  },
  renewal: {
    ...programme,
    card: 'renewal',
    state: 'open',
    pairId: 'pair-1',
    side: 'mentor',
    partnerName: 'Kenji Watanabe',
    months: 6,
    canSwap: true,
    goOn: [],
    replyBy: '2027-07-26T07:00:00.000Z',
    hearsBy: '2027-08-09T07:00:00.000Z',
  },
  'needs-poll': {
    ...programme,
    card: 'needs-poll',
    state: 'open',
    poll: '1',
    offered: ['generative-ai', 'prompting', 'privacy'],
    closesOn: '2027-01-29',
  },
  renewals: { ...programme, card: 'renewals', until: '2027-08-09T07:00:00.000Z' },
  slots: {
    ...programme,
    card: 'slots',
    state: 'open',
    asDelegate: false,
    pairId: 'pair-1',
    number: 2,
    slotRound: 1,
    partnerName: 'Kenji Watanabe',
    partnerTimeZone: 'Asia/Tokyo',
    slots,
    chosen: [],
  },
  booked: {
    ...programme,
    card: 'booked',
    asDelegate: false,
    pairId: 'pair-1',
    number: 2,
    slotRound: 1,
    partnerName: 'Kenji Watanabe',
    partnerTimeZone: 'Asia/Tokyo',
    start: slots[0]!.start,
    end: slots[0]!.end,
    calendarPath: '/calendar/pair-1/2.ics?signature=abc',
    canMove: true,
  },
  agenda: {
    ...programme,
    card: 'agenda',
    state: 'ahead',
    number: 2,
    partnerName: 'Kenji Watanabe',
    partnerTimeZone: 'Asia/Tokyo',
    start: slots[0]!.start,
    end: slots[0]!.end,
    aim: 'Faire ensemble une vraie tâche, *les mains* sur le clavier.',
    agenda: [
      { minutes: 5, words: 'Kenji raconte ce qu’a donné la chose à essayer.' },
      { minutes: 15, words: 'Inès fait la tâche une fois.' },
      { minutes: 20, words: 'Kenji refait la tâche.' },
      { minutes: 10, words: 'Inès pose une question de son choix.' },
      { minutes: 10, words: 'Noter les trois étapes à garder.' },
    ],
    question: 'Quelle étape serait restée introuvable sans aide ?',
    prepare: 'Préparer une tâche de dix minutes.',
  },
  met: {
    ...programme,
    card: 'met',
    canMove: false,
    state: 'open',
    pairId: 'pair-1',
    number: 2,
    slotRound: 1,
    partnerName: 'Kenji Watanabe',
    start: slots[0]!.start,
  },
  survey: {
    ...programme,
    card: 'survey',
    state: 'open',
    reminder: false,
    surveyRound: 'pulse-2',
    ...surveyPage('pulse'),
    closesAt: '2027-01-20T17:00:00.000Z',
    number: 2,
  },
  'channel-reminder': {
    ...programme,
    card: 'channel-reminder',
    month: 2,
    months: 6,
    active: 24,
    sessions: { held: 20, booked: 1 },
    tip: 3,
  },
  home: { card: 'home', personName: 'Léa Martin', programmes: [], language: 'fr', because: 'hello' },
  notice: { card: 'notice', notice: 'not-found' },
};

/** A view of one kind with any part overridden. */
export function dummyView<C extends CardView['card']>(card: C, overrides: Partial<ViewOf<C>> = {}): ViewOf<C> {
  return { ...defaults[card], ...overrides };
}

const homeStates: readonly Partial<HomeProgramme>[] = [
  { state: 'invited' },
  { state: 'waiting' },
  { state: 'renewal-open', pairId: 'pair-1' },
  { state: 'renewal-over', pairId: 'pair-1' },
  { state: 'proposal-open' },
  { state: 'paired', partnerName: 'Kenji Watanabe', nextSession: slots[0]!.start },
  { state: 'paired', partnerName: 'Kenji Watanabe' },
  { state: 'paused', until: '2027-02-01' },
  { state: 'enough' },
  { state: 'not-now' },
  { state: 'gone' },
  { state: 'out' },
  ...(['mentor', 'mentee', 'both', 'sponsor', 'administrator', 'delegate'] as const).map((role) => ({
    state: 'none' as const,
    role,
  })),
];

const notices: readonly Notice[] = [
  'not-in-programme',
  'not-allowed',
  'not-found',
  'out-of-date',
  'not-saved',
  'working',
  'invalid-input',
  'date-unread',
  'programme-closed',
  'no-identity',
  'capacity-reached',
  'too-long',
  'shortened',
];

/** One view of every card in every state. */
export function everyView(): readonly CardView[] {
  return [
    ...(['open', 'given'] as const).map((state) =>
      dummyView('pledge', { state, words: state === 'given' ? 'J’y crois.' : '' }),
    ),
    dummyView('pledge', { state: 'given' }),
    dummyView('administrator-welcome'),
    dummyView('administrator-farewell'),
    dummyView('administrator-farewell', { administrators: ['Awa Diop'] }),
    dummyView('sponsor-report'),
    dummyView('sponsor-report', {
      month: 2,
      pairs: { active: 12, finished: 6 },
      told: { is: 'answers', instrument: 'baseline', atLeast: 15 },
    }),
    without(dummyView('sponsor-report', { month: 1, pairs: {}, told: { is: 'nothing', fewest: 5 } }), 'hours'),
    dummyView('sponsor-report', {
      month: 'before',
      hours: { held: 0, planned: 0 },
      pairs: { active: 0 },
      told: {
        is: 'objective',
        wording: 'Les générations se comprennent mieux.',
        at: { round: 'baseline', instrument: 'baseline', n: 17, kind: 'mean', value: 3.14 },
        unit: '/ 5',
      },
    }),
    dummyView('sponsor-report', {
      state: 'results',
      month: 'after',
      hours: { held: 120, planned: 132 },
      pairs: { active: 0, finished: 20 },
      told: { is: 'changes', clear: 2, of: 4 },
    }),
    dummyView('sponsor-report', { state: 'results', month: 'after', told: { is: 'nothing', fewest: 8 } }),
    dummyView('weekly-to-do'),
    dummyView('weekly-to-do', { items: [] }),
    dummyView('weekly-to-do', { state: 'off', items: [] }),
    ...(['open', 'linked'] as const).map((state) => dummyView('link-question', { state })),
    ...(['said-yes', 'not-me', 'over'] as const).map((state) => without(dummyView('link-question', { state }), 'name')),
    ...(['open', 'in', 'not-now', 'closed'] as const).flatMap((state) =>
      (['mentor', 'mentee', 'both'] as const).map((role) => dummyView('invitation', { state, role })),
    ),
    dummyView('invitation', { startsOn: '2027-02-01' }),
    dummyView('invitation', { startsOn: '2027-02-01', reminder: true, sponsorWords: 'J’y crois.\nVenez *tous* !' }),
    dummyView('invitation', { state: 'in', diversity: true }),
    dummyView('invitation', { profile: { ...profile, timeZone: '', zones: ['Europe/Paris', 'Asia/Tokyo'] } }),
    dummyView('invitation', {
      state: 'in',
      profile: { ...profile, timeZone: 'America/New_York', zones: ['America/New_York'] },
    }),
    dummyView('invitation', { profile: { ...profile, languages: ['ja', 'no code'], expertise: '', goals: '' } }),
    ...(['open', 'waiting', 'not-formed', 'formed', 'declined-by-me'] as const).flatMap((state) =>
      (['mentor', 'mentee'] as const).flatMap((side) =>
        [false, true].map((reminder) => dummyView('proposal', { state, side, reminder })),
      ),
    ),
    dummyView('proposal', { state: 'not-formed', advice: 'What you can do.' }),
    without(dummyView('proposal', { topicFamilies: ['Technologie'] }), 'partnerFunction'),
    ...(['mentor', 'mentee'] as const).map((side) => dummyView('introduction', { side })),
    dummyView('introduction', { partnerTimeZone: 'Europe/Paris', topics: ['IA générative', 'mobilité'] }),
    without(dummyView('introduction'), 'partnerEmail', 'partnerFunction', 'partnerSite'),
    dummyView('introduction', { charter: { partnerAccepted: true } }),
    ...[false, true].map((partnerAccepted) => dummyView('introduction', { charter: { ...accepted, partnerAccepted } })),
    dummyView('introduction', { goesOn: 'again', reasons: [] }),
    dummyView('introduction', { goesOn: 'swap', reasons: [], beginsAt: slots[0]!.start }),
    ...(['active', 'leaving', 'over'] as const).map((state) => dummyView('pair', { state })),
    without(dummyView('pair'), 'nextSession'),
    without(dummyView('pair'), 'partnerEmail'),
    dummyView('pair', { state: 'leaving', mayStay: true }),
    ...(['open', 'asked', 'stayed', 'over'] as const).map((state) => dummyView('leave', { state })),
    dummyView('leave', { state: 'asked', mayStay: true }),
    dummyView('pause'),
    dummyView('pause', { state: 'paused', until: '2027-02-01' }),
    dummyView('pause', { state: 'over' }),
    dummyView('diversity'),
    dummyView('diversity', { answers: [{ attribute: 'gender' }] }),
    dummyView('diversity', { answers: [{ attribute: 'ageBand', value: '40-49', since: slots[0]!.start }] }),
    dummyView('diversity', {
      answers: [
        { attribute: 'gender', value: 'woman', since: slots[0]!.start },
        { attribute: 'ageBand', value: 'under-30', since: slots[0]!.start },
      ],
    }),
    ...[0, 1, 2].map((pairs) => dummyView('departure', { pairs })),
    ...[true, false].map((mayReturn) => dummyView('departure', { state: 'gone', mayReturn })),
    ...(['off', 'on-hold'] as const).map((state) => dummyView('session-off', { state })),
    dummyView('hour-off'),
    without(dummyView('hour-off'), 'calledOff'),
    without(dummyView('hour-off'), 'partnerName', 'resumesOn'),
    ...[false, true].flatMap((finished) =>
      (['another', 'enough'] as const).map((wish) => dummyView('pair-ended', { wish, finished })),
    ),
    ...(['mentor', 'mentee'] as const).flatMap((side) => [
      ...(['open', 'closed'] as const).map((state) => dummyView('renewal', { side, state })),
      dummyView('renewal', { side, state: 'chosen', goOn: ['again', 'swap'], otherwise: 'another' }),
    ]),
    dummyView('renewal', { canSwap: false }),
    dummyView('renewal', { state: 'chosen', otherwise: 'enough' }),
    dummyView('renewals'),
    ...(['open', 'sent', 'ending', 'closed'] as const).map((state) => dummyView('needs-poll', { state })),
    dummyView('needs-poll', { offered: catalogueTopics().slice(0, 15) }),
    ...(['open', 'answered', 'stale'] as const).flatMap((state) => [
      dummyView('slots', { state, chosen: state === 'answered' ? [0, 2] : [] }),
      without(dummyView('slots', { state, asDelegate: true, chosen: [] }), 'partnerName', 'partnerTimeZone'),
    ]),
    dummyView('slots', { partnerTimeZone: 'Europe/Paris' }),
    dummyView('slots', { state: 'answered', partnerTimeZone: 'Europe/Paris' }),
    dummyView('slots', { state: 'answered', chosen: [1] }),
    dummyView('slots', { slots: slots.slice(0, 1) }),
    dummyView('slots', { number: 1, charterFirst: true }),
    dummyView('booked', { number: 1, charterFirst: true }),
    dummyView('slots', { slots: [] }),
    ...[true, false].map((canMove) => dummyView('booked', { canMove })),
    dummyView('booked', { partnerTimeZone: 'Europe/Paris' }),
    ...[true, false].map((canMove) =>
      without(dummyView('booked', { asDelegate: true, canMove }), 'partnerName', 'partnerTimeZone'),
    ),
    dummyView('agenda'),
    dummyView('agenda', { partnerTimeZone: 'Europe/Paris' }),
    { ...programme, card: 'agenda', state: 'changed', number: 2 } as const,
    ...(['waiting', 'not-this-time'] as const).flatMap((state) => [
      dummyView('standing', { state }),
      ...personalCodes.map((code) => dummyView('standing', { state, advice: personalWords(code).fr })),
    ]),
    ...[0, 1, 4].map((suggested) => dummyView('replacements', { suggested, pairs: suggested * 6 })),
    ...(['open', 'answered-no', 'closed'] as const).map((state) => dummyView('met', { state })),
    dummyView('met', { state: 'answered-no', canMove: true }),
    ...instruments.flatMap((instrument) =>
      (['open', 'answered', 'skipped', 'closed'] as const).flatMap((state) =>
        [false, true].map((reminder) =>
          dummyView('survey', {
            state,
            ...surveyPage(instrument),
            reminder,
            ...(instrument === 'pulse' ? { number: 2 } : {}),
          }),
        ),
      ),
    ),
    dummyView('survey', { pairId: 'pair-1' }),
    dummyView('survey', { state: 'answered', isEditable: true }),
    dummyView('survey', { isEditable: true, given: { useful: '4', heard: '2' } }),
    dummyView('survey', { ...surveyPage('midpoint'), state: 'answered', isEditable: true, hasComment: true }),
    dummyView('survey', { ...surveyPage('closing'), state: 'answered', hasComment: true }),
    dummyView('survey', {
      ...surveyPage('closing'),
      state: 'answered',
      hasComment: true,
      comment: '<b>**gras**</b> ${x} [a](http://x)',
    }),
    dummyView('survey', {
      ...surveyPage('closing'),
      state: 'answered',
      hasComment: true,
      fewest: { scores: 8, comments: 12 },
      comment: 'Bien',
      commentTo: { id: 'own-why', words: { fr: '**Pourquoi** ${x} ?', en: '**Why** ${x}?' } },
      nextComment: 'comment',
    }),
    ...([['name'], ['health'], ['name', 'health']] as const).map((warning) =>
      dummyView('survey', { ...surveyPage('closing', 5), given: { comment: 'Merci à Inès' }, warning }),
    ),
    dummyView('survey', { ...surveyPage('midpoint'), given: {}, isEditable: true, warning: ['name'] }),
    dummyView('survey', { ...surveyPage('midpoint'), isBegun: true }),
    dummyView('survey', { ...surveyPage('closing'), isBegun: true }),
    ...instruments.flatMap((instrument) =>
      instrumentPages(instrument)
        .slice(1)
        .flatMap((_questions, index) => [
          dummyView('survey', { ...surveyPage(instrument, index + 2), given: {} }),
          dummyView('survey', { ...surveyPage(instrument, index + 2), given: {}, isEditable: true }),
        ]),
    ),
    dummyView('survey', {
      ...surveyPage('midpoint'),
      given: { useful: '4', comment: '<b>**gras**</b> ${x} {{DATE(2027)}}' },
    }),
    ...([1, 2, 3, 4, 5, 6] as const).map((tip) => dummyView('channel-reminder', { tip })),
    without(without(dummyView('channel-reminder'), 'active'), 'sessions'),
    without(dummyView('channel-reminder', { month: 'after', finished: 22 }), 'tip'),
    ...[0, 1].map((few) => dummyView('channel-reminder', { active: 5, sessions: { held: few, booked: few } })),
    ...(['hello', 'unclear', 'language', 'asked'] as const).map((because) => dummyView('home', { because })),
    dummyView('home', { language: 'en' }),
    ...homeStates.map((state) =>
      dummyView('home', { programmes: [{ ...programme, role: 'mentor', state: 'none', ...state }] }),
    ),
    ...homeStates
      .slice(1, 7)
      .map((state) =>
        dummyView('home', { programmes: [{ ...programme, role: 'mentor', state: 'none', ...state, diversity: true }] }),
      ),
    dummyView('home', {
      programmes: homeStates
        .slice(0, 3)
        .map((state) => ({ ...programme, role: 'both' as const, state: 'invited' as const, ...state })),
    }),
    dummyView('home', {
      because: 'unclear',
      programmes: (['paired', 'enough', 'paused'] as const).map((state) => ({
        ...programme,
        programmeName: `${programme.programmeName} à Lyon et à Metz`,
        role: 'mentee' as const,
        state,
        until: '2027-02-01',
      })),
    }),
    ...notices.map((notice) => dummyView('notice', { notice })),
  ];
}

function without<V extends CardView>(view: V, ...fields: readonly KeyOfAny<V>[]): V {
  const left = Object.entries(view).filter(([name]) => !(fields as readonly string[]).includes(name));
  return Object.fromEntries(left) as unknown as V;
}

type KeyOfAny<V> = V extends CardView ? keyof V : never;

/** The questions of one page, as its card has them. */
function surveyPage(instrument: Instrument, page = 1) {
  const pages = instrumentPages(instrument);
  return {
    instrument,
    questions: pages[page - 1] ?? [],
    page,
    pages: pages.length,
    total: instrumentQuestions(instrument).length,
    fewest: { scores: 5, ...(asksForComment(instrument) ? { comments: 10 } : {}) },
  };
}
