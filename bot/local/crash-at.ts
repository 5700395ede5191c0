import type { MessageKind } from '../../src/messaging/model';
import { CodedError } from '../../src/kernel/coded-error';

export type CrashMoment = 'transaction' | 'claim' | 'sent' | 'marked';

/**
 * Ends the process with SIGKILL at the n-th moment of a kind (`sent:proposal:2`; kind `*` is any), so that tests see what a crash
 * leaves. Throws `crash-point-invalid`.
 */
export function crashAt(text: string): (moment: CrashMoment, kind: MessageKind) => void {
  const match = /^(transaction|claim|sent|marked):([a-z-]+|\*):(\d+)$/.exec(text);
  if (match === null) throw new CodedError('crash-point-invalid', 'PASSERELLE_CRASH_AT is `transaction|claim|sent|marked:<kind>:<n>`');
  const [, wanted, wantedKind, count] = match;
  let left = Number(count);
  return (moment, kind) => {
    if (moment !== wanted || (wantedKind !== '*' && kind !== wantedKind)) return;
    left--;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
