import { plusDays } from '../../../src/kernel/clock';
import { statusKey } from '../../../src/domain/survey';
import { surveyText } from '../../../src/survey/text/survey-text';
import { renderCard } from '../../../bot/teams/cards/render-card';
import { aPair } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { castOf, put, type Delivery, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';

/** Three pairs on the day on which the midpoint's questions have come to all six. */
async function halfway(): Promise<{ stage: Stage; ports: MemoryPorts; opensAt: string }> {
  const ports = memoryPorts();
  const people = ['M1', 'M2', 'M3', 'S1', 'S2', 'S3'];
  const participants = people.map((id) =>
    aParticipant({ id, profile: { role: id.startsWith('M') ? 'mentor' : 'mentee' } }),
  );
  const stage = await castOf(ports, { now, planned: true, participants });
  for (const n of ['1', '2', '3'])
    await put(
      ports,
      'passages',
      'pair',
      `pair-${n}`,
      aPair({ id: `pair-${n}`, mentorId: `M${n}`, menteeId: `S${n}`, startedAt: now }),
    );
  const opensAt = (await ports.programmes.get('passages', 'survey-round', 'midpoint'))!.value.opensAt;
  stage.now = opensAt;
  await stage.work();
  await stage.advance(plusDays(opensAt, 4));
  return { stage, ports, opensAt };
}

const of = { programmeId: 'passages', surveyRound: 'midpoint' } as const;
const answer = { verb: 'survey/answer', ...of, answers: { useful: '4' } } as const;

const remindersIn = (delivered: readonly Delivery[]) =>
  delivered
    .filter(({ message }) => message.kind === 'survey-reminder')
    .map(({ message, prepared }) => [(message.recipient as { id: string }).id, prepared.ok ? 'sent' : prepared.reason]);

describe('A reminder', () => {
  it('goes to those of whom no own sheet is sent or skipped, twice at most', async () => {
    const { stage, opensAt } = await halfway();
    await stage.press('M1', answer);
    await stage.press('M2', { verb: 'survey/skip', ...of });
    await stage.press('M3', { ...answer, verb: 'survey/save' });
    const first = remindersIn(await stage.advance(plusDays(opensAt, 12)));
    expect(Object.fromEntries(first)).toEqual({
      M1: 'already-done',
      M2: 'already-done',
      M3: 'sent',
      S1: 'sent',
      S2: 'sent',
      S3: 'sent',
    });
    await stage.press('S1', answer);
    const second = remindersIn(await stage.advance(plusDays(opensAt, 20.9)));
    expect(
      second
        .filter(([, what]) => what === 'sent')
        .map(([who]) => who)
        .toSorted(),
    ).toEqual(['M3', 'S2', 'S3']);
    expect(remindersIn(await stage.advance(plusDays(opensAt, 30)))).toEqual([]);
  });

  it('leaves the same rows of whoever answered, skipped, began or did nothing, before it goes out and after', async () => {
    const { stage, ports, opensAt } = await halfway();
    await stage.press('M1', answer);
    await stage.press('M2', { verb: 'survey/skip', ...of });
    await stage.press('M3', { ...answer, verb: 'survey/save' });
    const traces = () => {
      const rows = [...ports.programmes.dump(), ...ports.people.dump()].map(({ etag: _etag, ...row }) => row);
      const of = (id: string) =>
        JSON.stringify(
          rows.filter((row) =>
            ['queued', 'ledger', 'card', 'card-edit', 'status', 'change', 'reference'].includes(row.kind),
          ),
        )
          .split(/(?=\{"partition")/)
          .filter((row) => row.includes(`"${id}"`) || row.includes(`-${id}`))
          .map((row) =>
            row
              .replaceAll(id, 'X')
              .replaceAll(/id-\d+/gu, 'id')
              .replace(/,$|\]$/u, ''),
          )
          .toSorted();
      return ['M1', 'M2', 'M3', 'S1'].map(of);
    };
    stage.now = plusDays(opensAt, 7.1);
    await stage.work();
    const queued = traces();
    expect(queued[0]?.join()).toContain('survey-reminder');
    for (const other of queued.slice(1)) expect(other).toEqual(queued[0]);
    const delivered = await stage.advance(plusDays(opensAt, 12));
    expect(remindersIn(delivered)).toHaveLength(6);
    const after = traces();
    expect(after[0]?.join()).not.toContain('survey-reminder');
    for (const other of after.slice(1)) expect(other).toEqual(after[0]);
  });

  it.each(['fr', 'en'] as const)('tells nobody that they have not answered (%s)', async (language) => {
    const { stage, opensAt } = await halfway();
    const delivered = await stage.advance(plusDays(opensAt, 12));
    const words = delivered.flatMap(({ message, prepared }) =>
      message.kind === 'survey-reminder' && prepared.ok
        ? [JSON.stringify(renderCard(prepared.view, { ...prepared.reader, language }, { base: 'https://p.example' }))]
        : [],
    );
    expect(words).toHaveLength(6);
    for (const text of words) {
      expect(text).toContain(
        surveyText(language, 'survey.title', { reminder: 'yes', instrument: 'midpoint', number: '' }),
      );
      expect(text).not.toMatch(/not (yet )?answered|haven.t|n.avez pas|n.as pas|pas encore|sans réponse/iu);
    }
  });
});

it('A card of a survey is kept without what it shows: it would tell, beside a name, whether they have answered', async () => {
  const { stage, ports } = await halfway();
  const cards = ports.programmes.dump().filter(({ kind }) => kind === 'card');
  expect(cards.length).toBeGreaterThanOrEqual(6);
  expect(cards.filter(({ value }) => 'shows' in (value as object))).toEqual([]);
  expect(await ports.programmes.get(stage.programmeId, 'status', statusKey('midpoint', 'M1'))).toBeDefined();
});
