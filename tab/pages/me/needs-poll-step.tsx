import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { pollReplies, type PollReply } from '../../../src/domain/needs-poll';
import type { StepOf } from '../../../src/own-page/step-contract';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

const useStyles = makeStyles({
  topics: { border: 'none', margin: 0, padding: 0, display: 'grid', minWidth: 0 },
  legend: { padding: 0 },
});

interface Props {
  readonly programmeId: string;
  readonly step: StepOf<'needs-poll'>;
}

/** The needs poll, with the words of its card. The form begins empty, whatever was sent before: nothing of it could be shown. */
export default function NeedsPollStep({ programmeId, step }: Props): ReactNode {
  const page = usePageStyles();
  const [isSent, setSent] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const wasPressed = useRef(false);
  // The button that was pressed goes with what it did: the reader goes on at what stands there now.
  useEffect(() => {
    if (wasPressed.current) title.current?.focus();
  }, [isSent]);
  function show(sent: boolean): void {
    wasPressed.current = true;
    setSent(sent);
  }
  const { words } = step;
  if (!isSent)
    return (
      <Section title={words.title} titleRef={title}>
        {words.about.map((line) => (
          <p key={line} className={page.text}>
            {line}
          </p>
        ))}
        <Form
          programmeId={programmeId}
          step={step}
          onSent={() => {
            show(true);
          }}
        />
      </Section>
    );
  const [heading = '', ...lines] = words.sent;
  return (
    <Section title={heading} titleRef={title}>
      {lines.map((line) => (
        <p key={line} className={page.text}>
          {line}
        </p>
      ))}
      <div className={page.buttons}>
        <Button
          onClick={() => {
            show(false);
          }}
        >
          {words.again}
        </Button>
      </div>
    </Section>
  );
}

function Form({ programmeId, step, onSent }: Props & { readonly onSent: () => void }): ReactNode {
  const page = usePageStyles();
  const doing = useAction(programmeId);
  const [learn, setLearn] = useState<readonly string[]>([]);
  const [teach, setTeach] = useState<readonly string[]>([]);
  const [takePart, setTakePart] = useState<PollReply | ''>('');
  const { words } = step;
  const [answer] = step.actions;
  async function send(): Promise<void> {
    const said = { learn: learn.join(','), teach: teach.join(','), takePart };
    if (await doing.send({ ...answer, ...said }, 'step.done')) onSent();
  }
  return (
    <>
      <Topics label={words.learn} offered={step.topics} chosen={learn} onChoose={setLearn} />
      <Topics label={words.teach} offered={step.topics} chosen={teach} onChoose={setTeach} />
      <Field label={words.takePart}>
        <RadioGroup
          value={takePart}
          onChange={(_event, { value }) => {
            setTakePart(pollReplies.find((reply) => reply === value) ?? '');
          }}
        >
          {pollReplies.map((reply) => (
            <Radio key={reply} value={reply} label={words.replies[reply]} />
          ))}
        </RadioGroup>
      </Field>
      <p className={page.quiet}>{words.note}</p>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button appearance="primary" disabled={doing.busy} onClick={() => void send()}>
          {words.send}
        </Button>
      </div>
    </>
  );
}

interface TopicsProps {
  readonly label: string;
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (topics: readonly string[]) => void;
}

function Topics({ label, offered, chosen, onChoose }: TopicsProps): ReactNode {
  const styles = useStyles();
  const { topic } = useWords();
  return (
    <fieldset className={styles.topics}>
      <legend className={styles.legend}>{label}</legend>
      {offered.map((id) => (
        <Checkbox
          key={id}
          label={topic(id)}
          checked={chosen.includes(id)}
          onChange={(_event, { checked }) => {
            onChoose(offered.filter((other) => (other === id ? checked === true : chosen.includes(other))));
          }}
        />
      ))}
    </fieldset>
  );
}
