import { readBoardReport } from '../../../src/hr-page/read-board-report';
import { castOf, put, type Delivery, type Stage } from '../../helpers/stage';
import { statusKey } from '../../../src/domain/survey';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact, aPlan } from '../../helpers/factories/programme';
import { memoryPorts } from '../../helpers/memory-ports';
import { closedResults, frozenFigures } from '../../helpers/factories/results';
import { plusDays } from '../../../src/kernel/clock';
import { publishFigures } from '../../../src/insight/publish-figures';

const programmeId = 'passages';
const begins = '2027-01-11T09:00:00.000Z';

async function running(): Promise<Stage> {
  return castOf(memoryPorts(), {
    now: begins,
    planned: true,
    contacts: [aContact(), aContact({ id: 'administrator-1', role: 'administrator', email: 'rh@passages.example' })],
  });
}

const reports = (delivered: readonly Delivery[]) =>
  delivered.flatMap(({ message, prepared }) =>
    message.kind === 'sponsor-report' || message.kind === 'sponsor-results'
      ? [[message.kind, message.subject.month, prepared.ok ? prepared.view : prepared.reason]]
      : [],
  );

describe('What the sponsor hears each month', () => {
  it('comes after every month at 9:00 of a working day, to the sponsor alone, until the programme is over', async () => {
    const stage = await running();
    const { rows } = await stage.ports.programmes.range(programmeId, 'due', { limit: 200 });
    expect(rows.flatMap(({ value }) => (value.kind === 'sponsor-report' ? [value.at] : []))).toEqual([
      '2027-02-11T08:00:00.000Z',
    ]);
    const delivered = await stage.advance(plusDays(begins, 400), 6);
    const sent = delivered.filter(({ message }) => message.kind === 'sponsor-report');
    expect(sent.every(({ message }) => JSON.stringify(message.recipient) === '{"to":"contact","id":"sponsor"}')).toBe(
      true,
    );
    expect(sent.map(({ message }) => message.notBefore.slice(0, 10))).toEqual([
      '2027-02-11',
      '2027-03-11',
      // 11 April is a Sunday, 11 July too.
      '2027-04-12',
      '2027-05-11',
      '2027-06-11',
      '2027-07-12',
      '2027-08-11',
    ]);
    expect(reports(delivered).map(([, month]) => month)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const programme = await stage.ports.programmes.get(programmeId, 'programme', 'programme');
    expect(programme?.value.state).toBe('closed');
  });

  it('comes once after a long absence of the server, and the next month again', async () => {
    const stage = await running();
    expect(reports(await stage.advance('2027-05-20T09:00:00.000Z', 24 * 129))).toHaveLength(1);
    expect(reports(await stage.advance('2027-06-11T09:00:00.000Z', 24))).toHaveLength(1);
  });

  it('has no number where there are fewer than five pairs, and none that was never planned', async () => {
    const stage = await running();
    const [first] = reports(await stage.advance('2027-02-12T09:00:00.000Z', 12));
    expect(first?.[2]).toMatchObject({
      card: 'sponsor-report',
      state: 'month',
      month: 2,
      hours: { held: 0, planned: 0 },
      told: { is: 'nothing', fewest: 5 },
    });
  });

  it('says of how many people the programme tells a figure, where its plan asks for more than five', async () => {
    const stage = await running();
    const stored = await stage.ports.programmes.get(programmeId, 'programme', 'programme');
    const plan = { ...stored!.value.plan, thresholds: { scores: 8, comments: 10 } };
    await stage.ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'programme', key: 'programme', value: { ...stored!.value, plan }, etag: stored!.etag },
    ]);
    const [first] = reports(await stage.advance('2027-02-12T09:00:00.000Z', 12));
    expect(first?.[2]).toMatchObject({ told: { is: 'nothing', fewest: 8 } });
    const report = await readBoardReport(stage.ports, programmeId, { language: 'en', now: stage.now });
    expect(report).toMatchObject({ ok: true, value: { fewest: 8 } });
  });

  it('tells where the first objective stands that answers follow, beside its target', async () => {
    const stage = await running();
    const stored = await stage.ports.programmes.get(programmeId, 'programme', 'programme');
    const [objective] = aPlan().objectives;
    const measuredBy = { measure: 'tool-use', side: 'mentee' } as const;
    const plan = { ...stored!.value.plan, objectives: [objective!, { ...objective!, target: 70, measuredBy }] };
    await stage.ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'programme', key: 'programme', etag: stored!.etag, value: { ...stored!.value, plan } },
    ]);
    const { baseline } = frozenFigures();
    await put(stage.ports, programmeId, 'figures', 'baseline', baseline!);
    const [first] = reports(await stage.advance('2027-02-12T09:00:00.000Z', 12));
    expect(first?.[2]).toMatchObject({
      told: { is: 'objective', target: 70, at: { instrument: 'baseline', n: 21, kind: 'share' } },
    });
  });
});

describe('What the closing survey tells', () => {
  const due = { kind: 'figures', at: begins, ref: 'closing', occurrence: '', correlationId: 'c' } as const;

  it('reaches the sponsor once its figures are made, also in a programme that is over by then', async () => {
    const stage = await running();
    await stage.advance(plusDays(begins, 240), 24);
    const programme = await stage.ports.programmes.get(programmeId, 'programme', 'programme');
    expect(programme?.value.state).toBe('closed');
    const { closing } = frozenFigures(closedResults());
    await put(stage.ports, programmeId, 'figures', 'closing', closing!);
    await put(stage.ports, programmeId, 'due', 'r', { ...due, kind: 'sponsor-results', at: stage.now });
    const [told] = reports(await stage.advance(plusDays(stage.now, 4), 6));
    expect(told).toMatchObject([
      'sponsor-results',
      undefined,
      { card: 'sponsor-report', state: 'results', told: { is: 'changes', clear: 2, of: 4 } },
    ]);
  });

  it('is put to the sponsor by the night that makes the figures of the closing, and of no other round', async () => {
    const stage = await castOf(memoryPorts(), {
      now: begins,
      planned: true,
      contacts: [aContact()],
      participants: [aParticipant({ id: 'M1' })],
    });
    const status = { surveyRound: 'baseline', participantId: 'M1', state: 'asked', on: '2027-01-11' } as const;
    await put(stage.ports, programmeId, 'status', statusKey('baseline', 'M1'), status);
    await stage.press('M1', {
      verb: 'survey/answer',
      programmeId,
      surveyRound: 'baseline',
      answers: { confidence: '3' },
    });
    const asked = async (round: string) => {
      await put(stage.ports, programmeId, 'due', `d-${round}`, { ...due, ref: round });
      const row = await stage.ports.programmes.get(programmeId, 'due', `d-${round}`);
      await publishFigures(stage.ports, programmeId, row!, stage.context);
      const { rows } = await stage.ports.programmes.range(programmeId, 'due', { limit: 200 });
      return rows.filter(({ value }) => value.kind === 'sponsor-results').length;
    };
    expect([await asked('baseline'), await asked('closing')]).toEqual([0, 1]);
  });
});
