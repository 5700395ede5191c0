import { createLog, errorFields } from '../../../bot/log';
import { CodedError } from '../../../src/kernel/coded-error';

function aLog(): { lines: string[]; log: ReturnType<typeof createLog> } {
  const lines: string[] = [];
  return { lines, log: createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } }) };
}

test('F39 a log line carries allow-listed fields only', () => {
  const { lines, log } = aLog();
  log.info(
    {
      correlationId: 'c-1',
      name: 'Zoé Martin',
      email: 'zoe@example.com',
      token: 'ey.secret',
      comment: 'words',
      directoryId: 'd-1',
    },
    'A press',
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('c-1');
  expect(lines[0]).not.toMatch(/Zoé|example\.com|secret|words|d-1/);
});

test('F39 an error tells its code and where it came from, never its message', () => {
  const { lines, log } = aLog();
  log.error(errorFields(new Error('Zoé Martin said something')), 'A turn failed');
  log.error(
    errorFields(new CodedError('storage-unavailable', 'Zoé Martin', { who: 'zoe@example.com' })),
    'A turn failed',
  );
  log.error(errorFields('Zoé Martin'), 'A turn failed');
  expect(lines.join('')).not.toMatch(/Zoé|example\.com/);
  expect(lines[1]).toContain('storage-unavailable');
  expect(lines[0]).toContain('log.test');
});

test('long fields are cut', () => {
  const { lines, log } = aLog();
  log.info({ reason: 'x'.repeat(10_000) }, 'Long');
  expect(lines[0]!.length).toBeLessThan(1_000);
});
