import { createLog } from '../../../bot/log';
import { createMetrics } from '../../../bot/metrics';
import { createRefusedTokens } from '../../../bot/refused-tokens';
import { watchPresses } from '../../../bot/watch-presses';
import type { Action } from '../../../src/dispatch/actions';
import { performAction } from '../../../src/dispatch/perform-action';
import { aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, mentorAndMentee, put } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';

function aTrace() {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const metrics = createMetrics();
  const counted = async (name: string) =>
    (await metrics.text()).split('\n').filter((line) => line.startsWith(`passerelle_${name}{`));
  return { lines, log, metrics, counted };
}

describe('A press on somebody else’s card', () => {
  const press: Action = { verb: 'proposal/accept', programmeId: 'passages', proposalId: 'X', revision: 1 };

  async function pressedBy(id: string, action: Action = press) {
    const trace = aTrace();
    const ports = memoryPorts();
    await castOf(ports, { now, planned: true, participants: [...mentorAndMentee(), aParticipant({ id: 'M2' })] });
    const replyBy = '2027-01-18T09:00:00.000Z';
    await put(ports, 'passages', 'proposal', 'X', aProposal({ id: 'X', mentorId: 'M1', menteeId: 'S1', replyBy }));
    const context = { now, correlationId: 'c-7' };
    watchPresses(trace)(action, context, await performAction(ports, actorOf(id), action, context));
    return trace;
  }

  it('leaves its verb and the reason, and a line that names nobody', async () => {
    for (const who of ['M2', 'somebody']) {
      const { lines, counted } = await pressedBy(who);
      expect(await counted('presses_refused_total')).toEqual([
        'passerelle_presses_refused_total{verb="proposal/accept",reason="not-found"} 1',
      ]);
      const { time: _, ...line } = JSON.parse(lines.join('')) as Record<string, unknown>;
      expect(line).toEqual({
        level: 30,
        event: 'press-refused',
        verb: 'proposal/accept',
        reason: 'not-found',
        correlationId: 'c-7',
        message: 'A press was refused',
      });
    }
  });

  it('and not that of whom it is for, which is no refusal', async () => {
    const { lines, counted } = await pressedBy('M1');
    expect(await counted('presses_refused_total')).toEqual([]);
    expect(lines).toEqual([]);
  });
});

describe('Refused tokens', () => {
  it('are counted by where and why, and told once a minute where there are many', async () => {
    const { lines, log, metrics, counted } = aTrace();
    let at = Date.parse(now);
    const refused = createRefusedTokens({ realClock: { now: () => new Date(at).toISOString() }, log, metrics });
    for (let n = 0; n < 59; n++) refused('tab', 'invalid');
    refused('bot', 'unauthorized');
    expect(lines).toEqual([]);
    for (let n = 0; n < 500; n++) refused('tab', 'invalid');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'tokens-refused', kind: 'tab', count: 60 });
    at += 60_000;
    for (let n = 0; n < 60; n++) refused('tab', 'invalid');
    expect(lines).toHaveLength(2);
    expect(await counted('tokens_refused_total')).toEqual([
      'passerelle_tokens_refused_total{place="tab",reason="invalid"} 619',
      'passerelle_tokens_refused_total{place="bot",reason="unauthorized"} 1',
    ]);
  });
});
