import { writeSync } from 'node:fs';
import type { MessageKind } from '../../src/domain/message';
import { CodedError } from '../../src/kernel/coded-error';
import type { CrashMoment } from '../local-parts';

/**
 * Ends the process with SIGKILL at the n-th moment of a kind (`sent:proposal:2`; kind `*` is any; several separated by commas), so that
 * tests see what a crash leaves. The moment is told on stderr first. Throws `crash-point-invalid`.
 */
export function crashAt(text: string): (moment: CrashMoment, kind: MessageKind) => void {
  const points = text.split(',').map((point) => {
    const match = /^(transaction|claim|sent|marked):([a-z-]+|\*):(\d+)$/.exec(point.trim());
    if (match === null)
      throw new CodedError(
        'crash-point-invalid',
        'PASSERELLE_CRASH_AT is `transaction|claim|sent|marked:<kind>:<n>`, or several',
      );
    const [, moment, kind, count] = match;
    return { moment, kind, left: Number(count) };
  });
  return (moment, kind) => {
    for (const point of points) {
      if (moment !== point.moment || (point.kind !== '*' && kind !== point.kind)) continue;
      point.left--;
      if (point.left > 0) continue;
      writeSync(2, `crash ${moment}:${kind}\n`);
      process.kill(process.pid, 'SIGKILL');
    }
  };
}
