import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import type { renderCard } from '../../../bot/teams/cards/render-card';
import { instrumentPages } from '../../../src/domain/instruments';
import type { CardView } from '../../../src/domain/view';
import { CodedError } from '../../../src/kernel/coded-error';
import { dummyReader, dummyView } from '../../helpers/card-views';
import { startEdge, type EdgeFixture } from '../../helpers/edge-fixture';
import { CHANNEL, HENRI, NADIA, TEAM, tenantOptions, ZOE } from '../../integration/teams-service/tenant';

let service: TeamsService;
let fixture: EdgeFixture;
const release: (() => void)[] = [];

beforeEach(async () => {
  service = await startTeamsService(tenantOptions());
  fixture = await startEdge(service, { workingAfterMilliseconds: 200 });
});

afterEach(async () => {
  for (const go of release.splice(0)) go();
  await fixture.close();
  await service.close();
});

const reader = dummyReader();
const shownTo = (directoryId: string) => JSON.stringify(service.conversation(directoryId).at(-1));
const performed = () => fixture.performAction.mock.calls.map((call) => call[1] as unknown);

/** Zoé's chat with the card in it, and the id of its message. */
async function cardFor(view: Parameters<typeof renderCard>[0]): Promise<string> {
  fixture.useCases.homeView.mockResolvedValueOnce({ view, reader });
  await service.say(ZOE, 'bonjour');
  fixture.performAction.mockClear();
  return service.conversation(ZOE).at(-1)!.id;
}

describe('a press', () => {
  it('on the needs poll carries what was chosen, and is refused where it is longer than any choice', async () => {
    const id = await cardFor(dummyView('needs-poll'));
    const chosen = { learn: 'generative-ai,prompting', teach: '', takePart: 'yes' };
    await service.press(ZOE, id, 'needs-poll/answer', chosen);
    const sent = { verb: 'needs-poll/answer', programmeId: 'reciproque-2027', poll: '1', ...chosen };
    expect(performed()).toEqual([sent]);
    expect(JSON.stringify(fixture.logged)).not.toContain('generative-ai');
    const again = await cardFor(dummyView('needs-poll'));
    await service.press(ZOE, again, 'needs-poll/answer', { ...chosen, learn: 'x'.repeat(100_000) });
    expect(performed()).toEqual([]);
  });

  it('becomes one action of the person who pressed, and the card that is true now', async () => {
    const id = await cardFor(dummyView('proposal'));
    const result = await service.press(ZOE, id, 'proposal/accept');
    expect(result).toMatchObject({ outcome: 'card' });
    expect(JSON.stringify(result)).toContain('Votre oui est noté');
    expect(performed()).toEqual([
      { verb: 'proposal/accept', programmeId: 'reciproque-2027', proposalId: 'p-1', revision: 3 },
    ]);
    expect(fixture.logged.map(({ fields }) => fields).filter(({ event }) => event === 'press')).toEqual([
      {
        event: 'press',
        verb: 'proposal/accept',
        outcome: 'changed',
        correlationId: expect.stringContaining('correlation-'),
        programmeId: 'reciproque-2027',
      },
    ]);
    expect(fixture.performAction.mock.calls[0]![0]).toEqual({
      directoryId: ZOE,
      appRoles: [],
      name: 'Zoé Martin',
    });
  });

  it('that nobody did, since Teams refreshes a card by itself, does nothing and leaves the card', async () => {
    const id = await cardFor(dummyView('proposal'));
    const action = { type: 'Action.Execute', verb: 'proposal/accept', data: { v: 1 } };
    const exchange = await service.sendRaw(ZOE, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      value: { action, trigger: 'automatic' },
    });
    expect(exchange.status).toBe(200);
    expect(JSON.stringify(exchange.body)).toContain('application/vnd.microsoft.activity.message');
    expect(performed()).toEqual([]);
    expect(fixture.refusedPresses).toEqual([['proposal/accept', 'automatic']]);
  });

  it('works the same on a phone with card version 1.2, in the place of the old card', async () => {
    service.setCardMode(ZOE, '1.2');
    const id = await cardFor(dummyView('proposal'));
    await service.press(ZOE, id, 'proposal/accept');
    expect(performed()).toEqual([
      { verb: 'proposal/accept', programmeId: 'reciproque-2027', proposalId: 'p-1', revision: 3 },
    ]);
    expect(service.conversation(ZOE).filter((message) => message.id === id)).toHaveLength(1);
    expect(service.journal().filter(({ kind }) => kind === 'update')).toHaveLength(1);
    expect(shownTo(ZOE)).toContain('Votre oui est noté');
  });

  it.each(['1.5', '1.2'] as const)('carries what the person typed and chose (%s)', async (mode) => {
    service.setCardMode(ZOE, mode);
    const cases = [
      [dummyView('slots'), 'session/suits', { slots: '0,2' }, { slots: '0,2' }],
      [dummyView('pledge'), 'pledge/give', { words: 'J’y crois' }, { words: 'J’y crois' }],
      [
        dummyView('survey'),
        'survey/answer',
        { 'answer.useful': '4', 'answer.heard': '', 'answer.learned': '5' },
        { answers: { useful: '4', learned: '5' } },
      ],
    ] as const;
    for (const [view, verb, inputs, expected] of cases) {
      const id = await cardFor(view);
      await service.press(ZOE, id, verb, inputs);
      expect(performed()).toEqual([expect.objectContaining({ verb, programmeId: 'reciproque-2027', ...expected })]);
    }
  });

  it('F79: of a press on a survey nothing is kept but the answer: not where its person is reached, and in the log nobody', async () => {
    const id = await cardFor(dummyView('survey', { pairId: 'pair-of-zoe' }));
    fixture.useCases.rememberPerson.mockClear();
    fixture.logged.length = 0;
    await service.press(ZOE, id, 'survey/answer', { 'answer.useful': '4' });
    expect(performed()).toHaveLength(1);
    expect(fixture.useCases.rememberPerson).not.toHaveBeenCalled();
    const lines = JSON.stringify(fixture.logged);
    expect(lines).toContain('"verb":"survey/answer"');
    for (const told of [ZOE, 'Zoé', 'pair-of-zoe', 'pulse-2', id]) expect(lines).not.toContain(told);
    const proposal = await cardFor(dummyView('proposal'));
    await service.press(ZOE, proposal, 'proposal/accept');
    expect(fixture.useCases.rememberPerson).toHaveBeenCalled();
  });

  it.each(['1.5', '1.2'] as const)(
    'brings a comment back in its form with a warning, sends it as it is when its author says so, and logs none of it (%s)',
    async (mode) => {
      service.setCardMode(ZOE, mode);
      fixture.logged.length = 0;
      const comment = 'Merci à Inès';
      const questions = instrumentPages('midpoint')[0]!;
      const asked = { instrument: 'midpoint', surveyRound: 'midpoint', questions } as const;
      const id = await cardFor(dummyView('survey', { ...asked, given: { comment }, warning: ['name'] }));
      expect(shownTo(ZOE)).toContain('contient peut-être un nom');
      await service.press(ZOE, id, { title: 'Envoyer tel quel' });
      expect(performed()).toEqual([
        expect.objectContaining({ verb: 'survey/answer', asIs: 1, answers: expect.objectContaining({ comment }) }),
      ]);
      expect(JSON.stringify(fixture.logged)).not.toContain('Inès');
    },
  );

  it.each(['1.5', '1.2'] as const)(
    'shows a comment as the text it is, and takes it away by one press (%s)',
    async (mode) => {
      service.setCardMode(ZOE, mode);
      const own = { state: 'answered', instrument: 'closing', surveyRound: 'closing', hasComment: true } as const;
      const id = await cardFor(dummyView('survey', { ...own, comment: '**Inès** <b>x</b> [a](http://x)' }));
      expect(shownTo(ZOE)).not.toContain('[a](http');
      expect(shownTo(ZOE)).toContain('\\\\*\\\\*Inès');
      await service.press(ZOE, id, 'survey/delete-comment');
      expect(performed()).toEqual([expect.objectContaining({ verb: 'survey/delete-comment', surveyRound: 'closing' })]);
    },
  );

  it('F15, F16: a press sent again is performed again; the state decides, and the answer is the current card', async () => {
    const id = await cardFor(dummyView('proposal'));
    const first = await service.press(ZOE, id, 'proposal/accept');
    await service.resend(first.exchange!, 'same');
    const again = await service.resend(first.exchange!, 'new');
    expect(again.status).toBe(200);
    expect(performed()).toHaveLength(3);
  });

  it('F20, F21: an unknown verb, an old version or odd data is answered with a card, never an empty error', async () => {
    const id = await cardFor(dummyView('proposal'));
    const values: unknown[] = [
      { type: 'Action.Execute', verb: 'proposal/steal', data: { v: 1 } },
      {
        type: 'Action.Execute',
        verb: 'proposal/accept',
        data: { v: 0, programmeId: 'p', proposalId: 'x', revision: 1 },
      },
      { type: 'Action.Execute', verb: 'proposal/accept', data: { programmeId: 'p' } },
      { type: 'Action.Execute', verb: 'proposal/accept', data: 'text' },
      { type: 'Action.Execute', verb: 7, data: {} },
      ...['__proto__', 'constructor', 'hasOwnProperty'].map((verb) => ({
        type: 'Action.Execute',
        verb,
        data: { v: 1 },
      })),
      JSON.parse('{"verb":"proposal/accept","data":{"__proto__":{"v":1,"programmeId":"p"}}}'),
      { type: 'Action.Submit' },
      {},
    ];
    for (const action of values) {
      const exchange = await service.sendRaw(ZOE, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: id,
        value: { action, trigger: 'manual' },
      });
      expect(exchange.status).toBe(200);
      expect(JSON.stringify(exchange.body)).toContain('plus à jour');
    }
    for (const data of [
      { v: 1, programmeId: 'p', proposalId: { odd: true }, revision: 1 },
      { v: 1, programmeId: 'p', proposalId: 'x', revision: 'many' },
      { v: 1, programmeId: ['p'], proposalId: 'x', revision: 1 },
      { v: 1, proposalId: 'x', revision: 1 },
      { v: 1, programmeId: 'p'.repeat(100_000), proposalId: 'x', revision: 1 },
      JSON.parse('{"v":1,"__proto__":{"programmeId":"p","proposalId":"x","revision":1}}') as object,
    ]) {
      const value = { action: { type: 'Action.Execute', verb: 'proposal/accept', data }, trigger: 'manual' };
      const exchange = await service.sendRaw(ZOE, { type: 'invoke', name: 'adaptiveCard/action', value });
      expect(exchange.status).toBe(200);
      expect(JSON.stringify(exchange.body)).toContain('Il manque quelque chose');
    }
    expect(performed()).toEqual([]);
  });

  it('F20: fields nobody asked for are left out', async () => {
    const data = {
      v: 1,
      programmeId: 'p',
      proposalId: 'x',
      revision: 1,
      score: 99,
      actor: 'someone',
      answers: { x: 1 },
      'answer.__proto__': 'y',
    };
    await service.sendRaw(ZOE, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'proposal/accept', data }, trigger: 'manual' },
    });
    expect(performed()).toEqual([{ verb: 'proposal/accept', programmeId: 'p', proposalId: 'x', revision: 1 }]);
  });

  it('F22: slower than it may be, it is answered with `working`, and the message is replaced when it is done', async () => {
    const id = await cardFor(dummyView('proposal'));
    fixture.performAction.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          release.push(() => {
            resolve({ view: dummyView('proposal', { state: 'waiting' }), reader, changed: true });
          });
        }),
    );
    const result = await service.press(ZOE, id, 'proposal/accept');
    expect(JSON.stringify(result)).toContain('C’est en cours');
    for (const go of release.splice(0)) go();
    await fixture.edge.settled();
    expect(performed()).toHaveLength(1);
    expect(JSON.stringify(service.conversation(ZOE).find((message) => message.id === id))).toContain(
      'Votre oui est noté',
    );
  });

  it('F23: with the store down the card says it was not saved, in the person’s language', async () => {
    const id = await cardFor(dummyView('proposal'));
    fixture.storeDown = true;
    fixture.performAction.mockRejectedValueOnce(
      new CodedError('storage-unavailable', 'Zoé’s row could not be written'),
    );
    fixture.useCases.rememberPerson.mockRejectedValueOnce(new Error('down'));
    const result = await service.press(ZOE, id, 'proposal/accept');
    expect(JSON.stringify(result)).toContain('pas été enregistrée');
    expect(JSON.stringify(fixture.logged)).toContain('storage-unavailable');
    expect(JSON.stringify(fixture.logged)).not.toContain('Zoé');
  });

  it('F23: a press that cannot even be opened is answered and logged too', async () => {
    const id = await cardFor(dummyView('proposal'));
    fixture.useCases.openPress.mockImplementationOnce(() => {
      throw new CodedError('storage-unavailable', 'down');
    });
    expect(JSON.stringify(await service.press(ZOE, id, 'proposal/accept'))).toContain('pas été enregistrée');
    expect(JSON.stringify(fixture.logged)).toContain('press-failed');
  });

  it.each([
    ['is down', () => Promise.reject(new CodedError('storage-unavailable', 'down'))],
    ['hangs', () => new Promise<undefined>((resolve) => release.push(() => resolve(undefined)))],
  ])(
    'F23: when the store %s already as the person is looked up, nothing else is tried, and they hear of it',
    async (_how, remember) => {
      const id = await cardFor(dummyView('proposal'));
      fixture.useCases.rememberPerson.mockImplementation(remember);
      const result = await service.press(ZOE, id, 'proposal/accept');
      await until(() => `${JSON.stringify(result)} ${shownTo(ZOE)}`.includes('pas été enregistrée'));
      expect(performed()).toEqual([]);
    },
  );

  it('F23: the card that was not saved stays, so that it can be pressed again', async () => {
    const id = await cardFor(dummyView('proposal'));
    fixture.performAction.mockRejectedValueOnce(new CodedError('storage-unavailable', 'down'));
    expect(await service.press(ZOE, id, 'proposal/accept')).toMatchObject({ outcome: 'message' });
    expect(await service.press(ZOE, id, 'proposal/accept')).toMatchObject({ outcome: 'card' });
  });

  it('F23: when it takes long to find that nothing was saved, that is said below the card, which stays', async () => {
    const id = await cardFor(dummyView('proposal'));
    fixture.performAction.mockImplementationOnce(
      () =>
        new Promise((_resolve, reject) => {
          release.push(() => {
            reject(new CodedError('storage-unavailable', 'down'));
          });
        }),
    );
    await service.press(ZOE, id, 'proposal/accept');
    for (const go of release.splice(0)) go();
    await fixture.edge.settled();
    expect(shownTo(ZOE)).toContain('pas été enregistrée');
    expect(await service.press(ZOE, id, 'proposal/accept')).toMatchObject({ outcome: 'card' });
  });
});

describe('the profile dialog', () => {
  it('opens from the invitation, saves, and says so in words: no card asks what a dialog cannot answer', async () => {
    const id = await cardFor(dummyView('invitation'));
    const dialog = await service.openDialog(ZOE, id, 'profile/open');
    expect(dialog.title).toBe('Votre profil');
    fixture.performAction.mockResolvedValueOnce({
      view: dummyView('invitation', { state: 'in' }),
      reader,
      changed: true,
    });
    const result = await service.submitDialog(dialog.dialogId, {
      languages: 'fr,de',
      expertise: 'IA, vidéo',
      goals: '',
    });
    expect(result).toMatchObject({ outcome: 'message', text: expect.stringContaining('C’est enregistré.') });
    expect(performed()).toEqual([
      {
        verb: 'profile/save',
        programmeId: 'reciproque-2027',
        languages: 'fr,de',
        expertise: 'IA, vidéo',
        goals: '',
        availability: 'mon 09:00-12:00',
        capacity: '1',
        teachingStyle: '',
        pedagogy: '',
      },
    ]);
  });

  it('leaves no old details in the chat: the invitation is drawn anew, with its buttons, and not where nothing was saved', async () => {
    const id = await cardFor(dummyView('invitation'));
    const save = async (view: CardView): Promise<string> => {
      const { dialogId } = await service.openDialog(ZOE, id, 'profile/open');
      fixture.performAction.mockResolvedValueOnce({ view, reader, changed: true });
      await service.submitDialog(dialogId, { languages: 'fr,de', expertise: '', goals: '' });
      await fixture.edge.settled();
      return JSON.stringify(service.conversation(ZOE).find((message) => message.id === id)?.cards);
    };
    const said = { languages: ['fr'], expertise: 'Couture', goals: '', availability: '', capacity: 1 };
    const profile = { ...said, timeZone: 'Europe/Paris', zones: [] };
    const after = await save(dummyView('invitation', { state: 'in', profile }));
    expect(after).toContain('Couture');
    expect(after).toContain('profile/open');
    expect(await save({ card: 'notice', notice: 'invalid-input' })).toBe(after);
  });

  it('says so when there is nothing to correct, or the store is down', async () => {
    const id = await cardFor(dummyView('invitation'));
    fixture.useCases.openProfile.mockResolvedValueOnce({ ok: false, reason: 'not-found' });
    expect(JSON.stringify(await service.openDialog(ZOE, id, 'profile/open'))).toContain('n’existe plus');
    fixture.useCases.openProfile.mockRejectedValueOnce(new Error('down'));
    expect(JSON.stringify(await service.openDialog(ZOE, id, 'profile/open'))).toContain('pas été enregistrée');
  });

  it('answers a dialog nobody knows', async () => {
    for (const name of ['task/fetch', 'task/submit']) {
      const exchange = await service.sendRaw(ZOE, { type: 'invoke', name, value: { data: { verb: 'what' } } });
      expect(exchange).toMatchObject({ status: 200, body: { task: { type: 'continue' } } });
    }
    expect((await service.sendRaw(ZOE, { type: 'invoke', name: 'composeExtension/query', value: {} })).status).toBe(
      200,
    );
  });
});

describe('what people write', () => {
  it.each([
    ['Bonjour', 'hello'],
    ['  HELLO !', 'hello'],
    ['aide', 'hello'],
    ['Aidez-moi à bouger ma séance', 'unclear'],
    ['français ou anglais ?', 'unclear'],
    ['constructor', 'unclear'],
  ])('%s is answered with the home card because of %s', async (text, because) => {
    await service.say(ZOE, text);
    expect(fixture.useCases.homeView.mock.calls[0]![2]).toBe(because);
    expect(service.conversation(ZOE).filter(({ author }) => author === 'bot')).toHaveLength(1);
  });

  it.each([
    ['Français', 'fr'],
    ['in English', 'en'],
  ])('%s changes the language', async (text, language) => {
    await service.say(ZOE, text);
    expect(performed()).toEqual([{ verb: 'language/set', language }]);
  });

  it('in a channel is answered in the person’s own chat', async () => {
    await service.sayInChannel(HENRI, CHANNEL, 'bonjour');
    expect(service.channel(CHANNEL).filter(({ author }) => author === 'bot')).toHaveLength(0);
    expect(shownTo(HENRI)).toContain('Bonjour');
    expect(fixture.useCases.renewTeamAddress.mock.calls[0]!.slice(1, 3)).toEqual([TEAM, service.serviceUrl]);
  });

  it('tells where the person is reached, with the newest region (F48)', async () => {
    await service.say(ZOE, 'bonjour');
    const serviceUrl = service.moveRegion('emea');
    await service.say(ZOE, 'bonjour');
    expect(fixture.useCases.rememberPerson.mock.calls.at(-1)![1]).toMatchObject({
      directoryId: ZOE,
      name: 'Zoé Martin',
      language: 'fr',
      reference: { serviceUrl, conversationId: service.conversationId(ZOE), via: 'personal' },
    });
  });

  it('with the store down is answered with what is safe', async () => {
    fixture.useCases.homeView.mockRejectedValueOnce(new CodedError('storage-unavailable', 'x'));
    fixture.storeDown = true;
    await service.say(HENRI, 'hello');
    expect(shownTo(HENRI)).toContain('was not saved');
  });
});

describe('installations', () => {
  it('a person who adds the app is remembered, one who removes it is lost; nothing is said', async () => {
    await service.installApp(NADIA);
    expect(fixture.useCases.rememberPerson.mock.calls[0]![1]).toMatchObject({
      directoryId: NADIA,
      reference: { via: 'personal' },
    });
    await service.uninstallApp(NADIA);
    expect(fixture.useCases.loseReach).toHaveBeenCalledWith(expect.anything(), NADIA, 'app-missing', expect.anything());
    expect(service.journal()).toEqual([]);
  });

  it('a team is remembered by its name, and forgotten', async () => {
    await service.removeBotFromTeam(TEAM);
    expect(fixture.useCases.forgetTeam.mock.calls[0]![1]).toBe(TEAM);
    await service.addBotToTeam(TEAM);
    expect(fixture.useCases.rememberTeam.mock.calls[0]![1]).toMatchObject({
      teamId: TEAM,
      name: 'Mentorat',
      serviceUrl: service.serviceUrl,
    });
  });

  it('people who come into a team later are looked up; the bot itself is not', async () => {
    await service.removeBotFromTeam(TEAM);
    await service.addBotToTeam(TEAM);
    expect(fixture.useCases.reachNewcomers).not.toHaveBeenCalled();
    await service.setTeamMember(TEAM, NADIA, true);
    expect(fixture.useCases.reachNewcomers).toHaveBeenCalledTimes(1);
  });

  it('a failing store does not fail the turn', async () => {
    fixture.useCases.loseReach.mockRejectedValueOnce(new Error('down'));
    expect((await service.uninstallApp(ZOE))[0]!.status).toBe(200);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
