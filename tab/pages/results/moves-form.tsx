import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { moveGroups, type MoveGroup } from '../../../src/domain/moves';
import { movesSchema, type MovesBody, type MovesPage } from '../../../src/hr-page/moves-api-contract';
import type { ShownProblem } from '../../api/api-client';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

type Group = Readonly<Record<Side, Readonly<Record<Name, string>>>>;
const sides = ['participants', 'waiting'] as const;
type Side = (typeof sides)[number];
const names = ['people', 'left', 'moved'] as const;
type Name = (typeof names)[number];

const emptySide = { people: '', left: '', moved: '' };
const empty: Group = { participants: emptySide, waiting: emptySide };

const useStyles = makeStyles({
  side: {
    border: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    maxWidth: '320px',
  },
  legend: { padding: `0 0 ${tokens.spacingVerticalS}`, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly programmeId: string;
  readonly period: MovesPage['periods'][number];
  readonly version: string;
  /** The period before has not been typed and still can be. */
  readonly isAfterUntyped: boolean;
}

/** The totals of a period: when they are counted, and the fields to type or correct them in. */
export function MovesForm({ programmeId, period, version, isAfterUntyped }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const { months, at, isDue, shut = [], typed } = period;
  const [isOpen, setOpen] = useState(false);
  const isShut = shut.includes('all');
  return (
    <Section title={t('moves.form', { months })}>
      <p className={page.quiet}>
        {isDue ? t('moves.due', { date: format.date(at), months }) : t('moves.later', { date: format.date(at) })}
      </p>
      {isShut && <p className={page.text}>{t('moves.shut')}</p>}
      {isDue && isAfterUntyped && <p className={page.text}>{t('moves.first')}</p>}
      {isDue && !isShut && !isOpen && (
        <div className={page.buttons}>
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            {t(typed === undefined ? 'moves.type' : 'moves.correct')}
          </Button>
        </div>
      )}
      {isOpen && (
        <MovesFields
          programmeId={programmeId}
          months={months}
          typed={typed}
          takesYoung={!shut.includes('underThirty')}
          version={version}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Section>
  );
}

function MovesFields({
  programmeId,
  months,
  typed,
  takesYoung,
  version,
  onClose,
}: {
  readonly programmeId: string;
  readonly months: number;
  readonly typed: MovesBody | undefined;
  readonly takesYoung: boolean;
  readonly version: string;
  readonly onClose: () => void;
}): ReactNode {
  const page = usePageStyles();
  const styles = useStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const save = useCommand(`/programmes/${programmeId}`);
  const [groups, setGroups] = useState<Readonly<Record<MoveGroup, Group>>>({
    all: shown(typed?.all),
    underThirty: shown(typed?.underThirty),
  });
  const [withYoung, setWithYoung] = useState(typed?.underThirty !== undefined);

  async function send(): Promise<void> {
    const saved = await save.run({
      method: 'PUT',
      path: `/programmes/${programmeId}/moves/${String(months)}`,
      schema: movesSchema,
      body: { all: numbers(groups.all), ...(withYoung ? { underThirty: numbers(groups.underThirty) } : {}) },
      headers: { 'if-match': `"${version}"` },
    });
    if (saved === undefined) return;
    announce(t('moves.saved'));
    onClose();
  }

  const faultOf = (path: string): { readonly validationMessage?: string } => {
    const message = save.problem?.fields?.find((field) => field.path === path)?.message;
    return message === undefined ? {} : { validationMessage: message };
  };
  /** The server names fields as its body does, the reader knows them by their labels. */
  const named = (problem: ShownProblem): ShownProblem => {
    const labels = new Map(
      moveGroups.flatMap((group) =>
        sides.flatMap((side) =>
          names.map((name) => [
            `${group}.${side}.${name}`,
            t('moves.field', { side: t(`moves.${side}`), group: t(`moves.${group}`), name: t(`moves.${name}`) }),
          ]),
        ),
      ),
    );
    const { fields, ...rest } = problem;
    if (fields === undefined) return problem;
    return { ...rest, fields: fields.map(({ path, message }) => ({ path: labels.get(path) ?? path, message })) };
  };

  return (
    <>
      {moveGroups
        .filter((group) => group === 'all' || withYoung)
        .map((group) =>
          sides.map((side) => (
            <fieldset key={`${group}|${side}`} className={styles.side}>
              <legend className={styles.legend}>
                {t(`moves.${side}`)} – {t(`moves.${group}`)}
              </legend>
              {names.map((name) => (
                <Field key={name} label={t(`moves.${name}`)} {...faultOf(`${group}.${side}.${name}`)}>
                  <Input
                    type="number"
                    min={0}
                    value={groups[group][side][name]}
                    onChange={(_event, { value }) => {
                      setGroups((before) => ({
                        ...before,
                        [group]: { ...before[group], [side]: { ...before[group][side], [name]: value } },
                      }));
                    }}
                  />
                </Field>
              ))}
            </fieldset>
          )),
        )}
      {takesYoung && (
        <Checkbox
          label={t('moves.with-young')}
          checked={withYoung}
          onChange={(_event, { checked }) => {
            setWithYoung(checked === true);
          }}
        />
      )}
      {save.problem !== undefined && <ProblemNotice problem={named(save.problem)} />}
      <div className={page.buttons}>
        <Button appearance="primary" disabled={save.busy} onClick={() => void send()}>
          {t('moves.save')}
        </Button>
        <Button onClick={onClose}>{t('moves.cancel')}</Button>
      </div>
    </>
  );
}

function shown(group: MovesBody['all'] | undefined): Group {
  if (group === undefined) return empty;
  const texts = ({ people, left, moved }: MovesBody['all'][Side]) => ({
    people: String(people),
    left: String(left),
    moved: String(moved),
  });
  return { participants: texts(group.participants), waiting: texts(group.waiting) };
}

/** What is empty is no number: the server says so. */
function numbers(group: Group): unknown {
  const of = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  const side = ({ people, left, moved }: Group[Side]) => ({ people: of(people), left: of(left), moved: of(moved) });
  return { participants: side(group.participants), waiting: side(group.waiting) };
}
