import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { pageText, pageTime, type PageLanguage, type TextKey } from './page-text';
import { serviceClient, type ClockStep } from './service-client';
import { useLoaded } from './use-loaded';

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '260px',
    maxWidth: 'calc(100vw - 32px)',
    boxSizing: 'border-box',
  },
  short: { whiteSpace: 'nowrap', flexShrink: 0 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

const steps: readonly { readonly to: ClockStep; readonly key: TextKey }[] = [
  { to: 'next-due', key: 'nextDue' },
  { to: 'day', key: 'day' },
  { to: 'month', key: 'month' },
];

/** Time also goes on by itself, and operators may move it. */
const REFRESH_MS = 30_000;

interface ClockPanelProps {
  readonly language: PageLanguage;
  readonly timeZone: string | undefined;
  /** Whether time can be moved. */
  readonly movable: boolean;
}

/** Programme time, the three ways of moving it on, and the others' answers. */
export function ClockPanel({ language, timeZone, movable }: ClockPanelProps) {
  const styles = useStyles();
  const text = (key: TextKey, places?: Record<string, string>): string => pageText(language, key, places);
  const clock = useLoaded(
    'clock',
    () => serviceClient.clock(),
    (event) => event.type === 'clock',
  );
  const { reload } = clock;
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_MS);
    return () => {
      clearInterval(timer);
    };
  }, [reload]);
  const [moving, setMoving] = useState<ClockStep | 'others'>();
  const [answered, setAnswered] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const run = <T,>(what: ClockStep | 'others', begin: () => Promise<T>, ended: (result: T) => void): void => {
    setMoving(what);
    setProblem(undefined);
    setAnswered(undefined);
    begin().then(
      (result) => {
        setMoving(undefined);
        ended(result);
      },
      (error: unknown) => {
        setMoving(undefined);
        setProblem(error instanceof Error ? error.message : String(error));
      },
    );
  };
  const advance = (to: ClockStep): void => {
    run(
      to,
      () => serviceClient.advance(to),
      (moved) => {
        if (moved.problem !== undefined) setProblem(text(moved.problem === 'not-idle' ? 'notIdle' : 'nothingDue'));
      },
    );
  };
  const letOthersAnswer = (): void => {
    run('others', serviceClient.letOthersAnswer, ({ pressed }) => {
      setAnswered(pressed);
      reload();
    });
  };
  const now = clock.value?.now;
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={moving ? <Spinner size="tiny" /> : <ClockRegular />}
          className={styles.short}
          aria-label={
            now === undefined ? text('clock') : `${text('clock')} ${pageTime(language, now, timeZone, 'short')}`
          }
        >
          <span data-testid="clock-now">
            {now === undefined ? text('clock') : pageTime(language, now, timeZone, 'short')}
          </span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface}>
        <Text weight="semibold">{text('clock')}</Text>
        <Text>{now === undefined ? '…' : pageTime(language, now, timeZone, 'full')}</Text>
        {clock.value?.nextDue !== undefined && (
          <Text size={200}>{text('nextAt', { at: pageTime(language, clock.value.nextDue, timeZone, 'full') })}</Text>
        )}
        {movable &&
          steps.map(({ to, key }) => (
            <Button
              key={to}
              disabledFocusable={moving !== undefined}
              icon={moving === to ? <Spinner size="tiny" /> : undefined}
              onClick={() => {
                advance(to);
              }}
              data-testid={`clock-${to}`}
            >
              {text(key)}
            </Button>
          ))}
        {movable && (
          <Button
            disabledFocusable={moving !== undefined}
            icon={moving === 'others' ? <Spinner size="tiny" /> : undefined}
            onClick={letOthersAnswer}
            data-testid="others-answer"
          >
            {text('othersAnswer')}
          </Button>
        )}
        {moving !== undefined && <Text size={200}>{text(moving === 'others' ? 'othersAnswering' : 'moving')}</Text>}
        {answered !== undefined && (
          <Text size={200} role="status">
            {answered === 0 ? text('othersNothing') : text('othersAnswered', { count: String(answered) })}
          </Text>
        )}
        {(problem ?? clock.problem) !== undefined && (
          <Text size={200} className={styles.bad} role="alert">
            {problem ?? clock.problem}
          </Text>
        )}
      </PopoverSurface>
    </Popover>
  );
}
