import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearsalSchema } from '../../../bot/cli/rehearse/rehearsal-contract';
import { runCommand } from '../../../bot/cli/run-command';
import { expectGolden, expectNoOrphans } from '../../helpers/compare-golden';

const golden = 'tests/integration/rehearse/golden';

const header = 'id;name;email;role;languages;timeZone;country;function;level;expertise;goals';

/** Five juniors and four seniors of Paris who share a subject: with this seed enough that every fate of a message occurs. */
function peopleFile(folder: string): string {
  const person = (role: 'mentor' | 'mentee', number: number): string => {
    const id = `${role === 'mentor' ? 'J' : 'S'}${String(number)}`;
    const topics = role === 'mentor' ? 'IA générative:3;' : ';IA générative:3';
    return `${id};Prénom ${id};${id.toLowerCase()}@armorel.example;${role};fr;Europe/Paris;FR;Finance ${String(number)};${role === 'mentor' ? '3' : '9'};${topics}`;
  };
  const rows = [
    ...Array.from({ length: 5 }, (_, index) => person('mentor', index + 1)),
    ...Array.from({ length: 4 }, (_, index) => person('mentee', index + 1)),
  ];
  const file = join(folder, 'people.csv');
  writeFileSync(file, [header, ...rows].join('\r\n'));
  return file;
}

test('a whole programme is rehearsed through the real server: every message has one fate, what HR reads is so on every day, Teams received what was sent, and the seed decides all of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-rehearse-'));
  const report = join(folder, 'report.html');
  const ledger = join(folder, 'ledger.jsonl');
  const printed: string[] = [];
  const story: string[] = [];
  const io = {
    out: (text: string) => void printed.push(text),
    err: (text: string) => void story.push(text),
    read: (path: string) => readFile(path),
    milliseconds: () => performance.now(),
    today: () => '2026-11-23',
  };
  const words = [
    'rehearse',
    '--people',
    peopleFile(folder),
    '--months',
    '3',
    '--seed',
    '3',
    '--json',
    '--report',
    report,
    '--ledger',
    ledger,
  ];
  expect(await runCommand(words, io)).toBe(0);
  expect(story.filter((line) => line.startsWith('Not as it should be'))).toEqual([]);
  const rehearsal = rehearsalSchema.parse(JSON.parse(printed.join('')));
  const { messages, pairs, sessions } = rehearsal;
  expect(pairs).toBeGreaterThanOrEqual(3);
  expect(sessions.planned).toBe(pairs * 3);
  expect(sessions.held).toBeGreaterThan(0);
  expect(sessions.held + sessions.missed + sessions.unclear).toBe(sessions.planned);
  const { audience, delivered, mostInOneMonth: _most, ...fates } = messages;
  expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(audience);
  const reminded = rehearsal.surveys.reduce((sum, survey) => sum + survey.reminded, 0);
  expect(reminded).toBeGreaterThan(0);
  expect(delivered - messages.sent).toBeGreaterThanOrEqual(0);
  expect(delivered - messages.sent).toBeLessThanOrEqual(reminded);
  expect(rehearsal.months.reduce((sum, month) => sum + month.channelPosts, 0)).toBe(3);
  expect(readFileSync(report, 'utf8')).toContain(`${String(sessions.held)} of ${String(sessions.planned)}`);
  const lines = readFileSync(ledger, 'utf8');
  expect(lines.trimEnd().split('\n')).toHaveLength(audience - messages.queued);
  const { milliseconds: _milliseconds, ...figures } = rehearsal;
  const result = `${JSON.stringify(figures, null, 2)}\n`;
  expectGolden(`${golden}/result.json`, result);
  expectGolden(`${golden}/ledger.jsonl`, lines);
  expectNoOrphans('tests/integration/rehearse/golden', ['ledger.jsonl', 'result.json']);
}, 600_000);
