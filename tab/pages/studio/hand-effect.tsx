import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { DraftChangeDto } from '../../../src/draft/api-contract';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import type { PairingAim } from '../../../src/domain/pairing-contract';
import { aimKind, aimWords } from './aim-kinds';
import type { HandMove } from './hand-moves';

interface Props {
  readonly move: HandMove;
  readonly effect: DraftChangeDto;
  /** The aims of the draft, in the order in which their effect is told. */
  readonly aims: readonly PairingAim[];
  readonly busy: boolean;
  readonly onDo: () => void;
  readonly onLeave: () => void;
}

/** What a change by hand would do to the pairs, the total, the people left over and the aims, or the rule that does not allow it. */
export function HandEffect({ move, effect, aims, busy, onDo, onLeave }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const names = new Map(
    move.add.flatMap(({ mentor, mentee }) => [mentor, mentee].map(({ id, name }) => [id, name] as const)),
  );
  const of = ([mentor, mentee]: readonly [string, string]): { mentor: string; mentee: string } => ({
    mentor: names.get(mentor) ?? mentor,
    mentee: names.get(mentee) ?? mentee,
  });
  const change = (before: number, after: number): string =>
    before === after
      ? t('studio.hand-same', { before: format.number(before) })
      : t('studio.hand-before-after', {
          before: format.number(before),
          after: format.number(after),
          difference: `${after > before ? '+' : '−'}${format.number(Math.abs(after - before))}`,
        });
  if (effect.refused.length > 0) {
    return (
      <>
        <MessageBar intent="warning" layout="multiline" role="status">
          <MessageBarBody>
            <MessageBarTitle>{t('studio.hand-refused')}</MessageBarTitle>
            <ul className={page.list}>
              {effect.refused.map((one) => (
                <li key={one.pair.join(' ')}>
                  {t('studio.hand-refused-pair', { ...of(one.pair), reason: one[language] })}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
        <Button onClick={onLeave}>{t('studio.hand-leave')}</Button>
      </>
    );
  }
  return (
    <div role="status" aria-label={t('studio.hand-effect')} className={page.stack} style={{ alignSelf: 'stretch' }}>
      <div>{t('studio.hand-pairs', { change: change(effect.pairsBefore, effect.pairsAfter) })}</div>
      <div>{t('studio.hand-total', { change: change(effect.totalBefore, effect.totalAfter) })}</div>
      <div>{t('studio.hand-left', { change: change(effect.leftBefore, effect.leftAfter) })}</div>
      {effect.added.map((one) => (
        <div key={one.pair.join(' ')}>{t('studio.hand-added', { ...of(one.pair), points: one.score })}</div>
      ))}
      {aims.map((aim, index) => {
        const told = effect.aims[index] ?? undefined;
        const words = { aim: aimWords(aim, t) };
        return (
          <div key={words.aim}>
            {told === undefined
              ? t('studio.hand-aim-later', words)
              : t('studio.hand-aim', {
                  ...words,
                  change: change(told.before.reached, told.after.reached),
                  bound: aimKind(aim.kind).bound,
                  asked: told.after.asked,
                  met: told.after.met ? 'yes' : 'no',
                })}
          </div>
        );
      })}
      <div className={page.buttons}>
        <Button appearance="primary" disabled={busy} onClick={onDo}>
          {t('studio.hand-do')}
        </Button>
        <Button onClick={onLeave}>{t('studio.hand-leave')}</Button>
      </div>
    </div>
  );
}
