import { plusDays } from '../../../src/kernel/clock';
import type { ChannelReference } from '../../../src/domain/programme';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, type Delivery, type Stage } from '../../helpers/stage';

const begins = '2027-01-11T09:00:00.000Z';
/** Thursday, the first working day after the first month, at 10:00 in Paris. */
const due = '2027-02-11T09:00:00.000Z';
const channel: ChannelReference = {
  teamId: 'team-1',
  channelId: 'channel-1',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  teamName: 'Passages',
  channelName: 'Général',
};

/** A programme that is under way, whose plan names a channel in which the bot has not been seen. */
async function broken(): Promise<Stage> {
  const stage = await castOf(memoryPorts(), { now: begins, planned: true });
  await setChannel(stage, undefined);
  return stage;
}

async function setChannel({ ports, programmeId }: Stage, seen: ChannelReference | undefined): Promise<void> {
  const stored = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (stored === undefined) throw new Error('no programme');
  const { channel: _before, ...rest } = stored.value;
  const value = seen === undefined ? rest : { ...rest, channel: seen };
  await ports.programmes.commit(programmeId, [
    { op: 'replace', kind: 'programme', key: 'programme', etag: stored.etag, value },
  ]);
}

const posts = (delivered: readonly Delivery[]) =>
  delivered
    .filter(({ message }) => message.kind === 'channel-reminder')
    .map(({ message, prepared }) => [message.subject.month, prepared.ok ? 'posted' : prepared.reason]);

describe('The monthly reminder of a channel that the bot cannot write to', () => {
  it('comes within a day of the repair, once', async () => {
    const stage = await broken();
    expect(posts(await stage.advance(plusDays(due, 6)))).toEqual([]);
    await setChannel(stage, channel);
    expect(posts(await stage.advance(plusDays(due, 7.1)))).toEqual([[1, 'posted']]);
    expect(posts(await stage.advance(plusDays(due, 20)))).toEqual([]);
  });

  it('is filed with its reason where nobody repairs it in twenty days', async () => {
    const stage = await broken();
    expect(posts(await stage.advance(plusDays(due, 22)))).toEqual([[1, 'channel-missing']]);
  });
});

describe('The tip of the month', () => {
  it('is for a month to come: the post after the last has none', async () => {
    const stage = await castOf(memoryPorts(), { now: begins, planned: true, programme: { plan: { months: 3 } } });
    const delivered = await stage.advance(plusDays(begins, 100), 24);
    const tips = delivered.flatMap(({ prepared }) =>
      prepared.ok && prepared.view.card === 'channel-reminder' ? [[prepared.view.month, prepared.view.tip]] : [],
    );
    expect(tips).toEqual([
      [2, 1],
      [3, 2],
      ['after', undefined],
    ]);
  });
});
