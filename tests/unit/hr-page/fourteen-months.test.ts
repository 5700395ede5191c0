import { parseAction } from '../../../bot/teams/parse-action';
import { renderCard } from '../../../bot/teams/cards/render-card';
import { readBoard, readWholeBoard } from '../../../src/board/read-board';
import { computeDraft } from '../../../src/draft/compute-draft';
import { startDraft } from '../../../src/draft/start-draft';
import { listPeople } from '../../../src/enrolment/list-people';
import { listMessages } from '../../../src/hr-page/list-messages';
import { readOverview } from '../../../src/hr-page/overview';
import { readSponsorPage } from '../../../src/hr-page/sponsor-page';
import { sentMessages } from '../../../src/dispatch/sent-messages';
import { plusDays } from '../../../src/kernel/clock';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact } from '../../helpers/factories/programme';
import { hr, programmeId, publish } from '../../helpers/finished-pair';
import { pairInThisThread } from '../../helpers/in-this-thread';
import { memoryPorts } from '../../helpers/memory-ports';
import { messagesOfHr } from '../../helpers/messages-of-hr';
import { castOf, type Delivery, type Stage } from '../../helpers/stage';

const begins = '2027-01-11T09:00:00.000Z';
const pairs = 8;

/** The buttons of a card: what each sends. */
function buttonsOf(card: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof card !== 'object' || card === null) return [];
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  const { type, verb, data } = card as Record<string, unknown>;
  const own = type === 'Action.Execute' && typeof data === 'object' ? [{ ...data, verb }] : [];
  return [...own, ...Object.values(card).flatMap(buttonsOf)];
}

/** What somebody presses, by what is offered: one mentor in eight says no, one month in eight is missed, every other pair goes on. */
function choose(who: string, offered: readonly Readonly<Record<string, unknown>>[]): object | undefined {
  const number = Number(who.slice(1));
  const find = (verb: string): object | undefined => offered.find((button) => button['verb'] === verb);
  const slots = find('session/suits');
  if (slots !== undefined) return { ...slots, slots: '0,1,2' };
  const goOn = find('renewal/choose');
  if (goOn !== undefined) return { ...goOn, goOn: number % 2 === 0 ? 'again' : '', otherwise: 'enough' };
  const met = find(number === 3 ? 'session/not-met' : 'session/met');
  if (met !== undefined) return met;
  return find(who === 'M5' ? 'proposal/decline' : 'proposal/accept') ?? find('survey/skip');
}

async function answer(stage: Stage, { message, prepared }: Delivery): Promise<void> {
  if (!prepared.ok || message.recipient.to !== 'participant') return;
  const { card } = renderCard(prepared.view, prepared.reader, { base: 'https://p.example' });
  const pressed = choose(message.recipient.id, buttonsOf(card));
  if (pressed === undefined) return;
  const { verb, ...data } = pressed as { verb: string };
  const action = parseAction(verb, data);
  if (!action.ok) throw new Error(`${verb}: ${action.reason}`);
  await stage.press(message.recipient.id, action.value, message.id);
}

async function draftAndPublish(stage: Stage): Promise<void> {
  const started = await startDraft(stage.ports, programmeId, 1, {}, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  const { draftId } = started.value;
  await computeDraft(stage.ports, pairInThisThread, programmeId, draftId, () => Promise.resolve(), stage.context);
  await publish(stage, draftId);
}

/** What the pages of HR and the sponsor say of the same thing, each beside what the others say. */
async function whatDisagrees(stage: Stage): Promise<readonly string[]> {
  const { ports, now } = stage;
  const read = await readOverview(ports, programmeId, { language: 'en', now });
  if (!read.ok) throw new Error(read.reason);
  const { counts, phase, toDo } = read.value;
  const { people } = await listPeople(ports, programmeId, undefined, 'en', 'hr');
  const wrong: string[] = [];
  const same = (what: string, one: unknown, other: unknown): void => {
    if (JSON.stringify(one) !== JSON.stringify(other))
      wrong.push(`${now.slice(0, 10)} (${phase}) ${what}: ${JSON.stringify(one)} beside ${JSON.stringify(other)}`);
  };
  same('people', counts.participants.total, people.filter(({ state }) => state !== 'withdrawn').length);
  same('who said yes', counts.participants.enrolled, people.filter(({ state }) => state === 'enrolled').length);
  const free = people.filter((one) => one.state === 'enrolled' && one.pairs === 0).length;
  same('without a partner', counts.participants.withoutPartner, free);
  const inPairs = people.reduce((sum, one) => sum + one.pairs, 0);
  same('pairs under way, by people', counts.pairs.active * 2, inPairs);
  const [board, file] = [await readBoard(ports, programmeId, now), await readWholeBoard(ports, programmeId, now)];
  same('whether the board can be read', board.ok && file.ok, true);
  if (board.ok && file.ok) {
    const { finished, ended, ...running } = board.value.pairs;
    same(
      'pairs of the board',
      { ...counts.pairs },
      {
        active: Object.values(running).reduce((sum, count) => sum + count, 0),
        finished,
        ended,
      },
    );
    same('rows of the file', file.value.length, counts.pairs.active + counts.pairs.finished + counts.pairs.ended);
    const held = file.value.flatMap(({ months }) => months).filter((month) => month === 'held').length;
    same('sessions held, by the file', counts.sessions.held, held);
  }
  const sponsor = await readSponsorPage(ports, programmeId, now);
  same('whether the sponsor’s page can be read', sponsor.ok, true);
  if (sponsor.ok)
    for (const figure of sponsor.value.figures)
      if (!figure.hidden)
        same(
          `the sponsor’s ${figure.figure}`,
          figure.value,
          {
            enrolled: counts.participants.enrolled,
            'pairs-active': counts.pairs.active,
            'pairs-finished': counts.pairs.finished,
            'sessions-booked': counts.sessions.booked,
            'sessions-held': counts.sessions.held,
          }[figure.figure],
        );
  const sent = sentMessages(ports, programmeId, stage.context);
  let listed = 0;
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page = await listMessages(ports, sent, programmeId, cursor === '' ? {} : { cursor }, { language: 'en', now });
    listed += page.messages.length;
    cursor = page.next;
  }
  const { totals, waiting } = await messagesOfHr(stage);
  same(
    'messages that ended',
    totals.ended.reduce((sum, { count }) => sum + count, 0),
    listed,
  );
  same('messages that wait', totals.waiting, waiting.length);
  const draft = toDo.find(({ item }) => item === 'draft');
  if (draft !== undefined && draft.count > counts.participants.withoutPartner) same('to be paired', draft.count, free);
  return wrong;
}

test('HR reads the same numbers on every page for fourteen months: proposals, sessions, closing, pairs that go on, archive', async () => {
  const numbers = Array.from({ length: pairs }, (_, index) => index + 1);
  const stage = await castOf(memoryPorts(), {
    now: begins,
    planned: true,
    programme: { plan: { months: 6 } },
    participants: numbers.flatMap((n) => [
      aParticipant({ id: `M${String(n)}`, profile: { name: `Inès ${String(n)}` } }),
      aParticipant({ id: `S${String(n)}`, profile: { name: `Marc ${String(n)}`, role: 'mentee', level: 8 } }),
    ]),
    contacts: [aContact({ id: 'administrator-1', role: 'administrator', name: 'Awa Diop' })],
  });
  await draftAndPublish(stage);
  const wrong: string[] = [];
  const phases = new Set<string>();
  let wentOn = 0;
  for (let day = 1; day <= 430; day++) {
    for (const delivery of await stage.advance(plusDays(begins, day), 24)) await answer(stage, delivery);
    await stage.work();
    if (day % 3 === 0) wrong.push(...(await whatDisagrees(stage)));
    const read = await readOverview(stage.ports, programmeId, { language: 'en', now: stage.now });
    if (!read.ok) throw new Error(read.reason);
    phases.add(read.value.phase);
    const renewals = await stage.ports.programmes.range(programmeId, 'draft', { limit: 50 });
    for (const { value } of renewals.rows)
      if (value.renewal !== undefined && value.state === 'ready') {
        await publish(stage, value.id);
        wentOn += value.pairs;
      }
  }
  expect(wrong).toEqual([]);
  expect(wentOn).toBeGreaterThan(0);
  expect([...phases]).toContain('closed');
}, 300_000);
