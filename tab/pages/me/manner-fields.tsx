import type { ReactNode } from 'react';
import { Checkbox, Field, Label, Select, useId } from '@fluentui/react-components';
import type { OwnFacts } from '../../../src/own-page/api-contract';
import { learningWays } from '../../../src/domain/participant';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

const levels = ['', '1', '2', '3', '4'] as const;
type Level = (typeof levels)[number];

/** How somebody teaches and learns as a form holds it: ways separated by commas, levels as digits; only of the roles they have. */
export interface Manner {
  readonly teachingStyle?: string;
  readonly learningStyle?: string;
  readonly pedagogy?: Level;
  readonly openness?: Level;
}

/** What the form begins with. */
export function mannerOf(me: OwnFacts): Manner {
  return {
    ...(me.role !== 'mentee' && {
      teachingStyle: (me.teachingStyle ?? []).join(','),
      pedagogy: levels[me.pedagogy ?? 0] ?? '',
    }),
    ...(me.role !== 'mentor' && {
      learningStyle: (me.learningStyle ?? []).join(','),
      openness: levels[me.openness ?? 0] ?? '',
    }),
  };
}

interface Props {
  readonly side: 'teaching' | 'learning';
  readonly values: Manner;
  readonly onChange: (change: Manner) => void;
}

/** Two questions, both optional: in what ways, and how easily. */
export function MannerFields({ side, values, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const labelId = useId('ways');
  const waysName = side === 'teaching' ? 'teachingStyle' : 'learningStyle';
  const levelName = side === 'teaching' ? 'pedagogy' : 'openness';
  const chosen = (values[waysName] ?? '').split(',').filter((way) => way !== '');
  return (
    <>
      {/* A Field would give all its boxes one id. */}
      <div role="group" aria-labelledby={labelId}>
        <Label id={labelId}>{t(`profile.label-${waysName}`)}</Label>
        <div className={page.buttons}>
          {learningWays.map((way) => (
            <Checkbox
              key={way}
              label={t(`profile.way-${way}`)}
              checked={chosen.includes(way)}
              onChange={(_event, { checked }) => {
                const rest = chosen.filter((one) => one !== way);
                onChange({ [waysName]: (checked === true ? [...rest, way] : rest).join(',') });
              }}
            />
          ))}
        </div>
      </div>
      <Field label={t(`profile.label-${levelName}`)}>
        <Select
          value={values[levelName] ?? ''}
          onChange={(_event, { value }) => {
            onChange({ [levelName]: levels.find((one) => one === value) ?? '' });
          }}
        >
          {levels.map((value) => (
            <option key={value} value={value}>
              {t(value === '' ? 'profile.not-said' : `profile.${levelName}-${value}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
