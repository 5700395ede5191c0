import { useEffect, useRef, type ReactNode } from 'react';
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { OwnQuestion, OwnSurvey } from '../../../src/domain/own-questions';
import { findPersonalSubjects, textsOf } from '../../../src/questions/find-personal-subjects';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { QuestionEditor } from './question-editor';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  words: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly question: OwnQuestion;
  readonly index: number;
  readonly total: number;
  readonly surveys: readonly OwnSurvey[];
  readonly isFrozen: boolean;
  readonly isEdited: boolean;
  readonly faultAt: (path: string) => string | undefined;
  readonly onEdit: () => void;
  readonly onChange: (question: OwnQuestion) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

/** A question in the list: what it says, where it stands, and the ways to move, edit and remove it. */
export function QuestionItem(props: Props): ReactNode {
  const { question, index, total, surveys, isFrozen, isEdited, faultAt, onEdit, onChange, onMove, onRemove } = props;
  const styles = useStyles();
  const page = usePageStyles();
  const { t, language } = useWords();
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const moving = useRef<1 | -1>(undefined);
  const words = question.words[language].trim() || t('questions.untitled');
  const about = t('questions.number', { number: index + 1 });
  const subjects = findPersonalSubjects(textsOf(question));

  // The item is drawn elsewhere, and the browser has let go of the button; at an end the other one is left.
  useEffect(() => {
    if (moving.current === undefined) return;
    const [same, other] = moving.current === -1 ? [up, down] : [down, up];
    moving.current = undefined;
    (same.current?.disabled === false ? same : other).current?.focus();
  }, [index]);

  const moveButton = (by: 1 | -1): ReactNode => (
    <Button
      ref={by === -1 ? up : down}
      size="small"
      disabled={by === -1 ? index === 0 : index === total - 1}
      aria-label={`${t(by === -1 ? 'questions.up' : 'questions.down')}${t('confirm.about', { name: about })}`}
      onClick={() => {
        moving.current = by;
        onMove(by);
      }}
    >
      {t(by === -1 ? 'questions.up' : 'questions.down')}
    </Button>
  );

  return (
    <li className={styles.item}>
      <p className={styles.words}>
        {index + 1}. {words}
      </p>
      <span className={page.small}>
        {t('questions.about', {
          kind: t(`questions.kind.${question.kind}`),
          who: t(`questions.who.${question.who}`),
          place: t(`questions.place.${question.place}`),
          surveys: question.surveys.map((survey) => t(`questions.survey.${survey}`)).join(', '),
        })}
      </span>
      {subjects.map((subject) => (
        <MessageBar key={subject} intent="warning" layout="multiline">
          <MessageBarBody>{t(`questions.warning.${subject}`)}</MessageBarBody>
        </MessageBar>
      ))}
      {!isFrozen && (
        <div className={page.buttons}>
          {moveButton(-1)}
          {moveButton(1)}
          <Button
            size="small"
            aria-expanded={isEdited}
            aria-label={`${t(isEdited ? 'questions.close' : 'questions.edit')}${t('confirm.about', { name: about })}`}
            onClick={onEdit}
          >
            {t(isEdited ? 'questions.close' : 'questions.edit')}
          </Button>
          <ConfirmButton
            label={t('questions.remove')}
            about={about}
            title={t('questions.remove-title')}
            confirm={t('questions.remove')}
            onConfirm={onRemove}
          >
            <p className={page.text}>{words}</p>
          </ConfirmButton>
        </div>
      )}
      {isEdited && !isFrozen && (
        <QuestionEditor question={question} surveys={surveys} faultAt={faultAt} onChange={onChange} />
      )}
    </li>
  );
}
