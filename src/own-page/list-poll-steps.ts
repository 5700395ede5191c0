import type { NeedsPoll } from '../domain/needs-poll';
import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import type { Instant } from '../kernel/clock';
import { formOfAddress } from '../language/form-of-address';
import { formatDay } from '../language/format-date-time';
import type { Language } from '../language/languages';
import { isTakingBallots, wasAskedBy } from '../needs-poll/rules';
import { needsPollText } from '../needs-poll/text/needs-poll-text';
import type { StepOf } from './step-contract';

/** A needs poll that takes answers, for whoever was asked: the same for all of them, whether or not they have answered. One point read, and another for who was asked. */
export async function listPollSteps(
  ports: Ports<'programmes'>,
  programme: Programme,
  me: Participant,
  now: Instant,
  language: Language,
): Promise<readonly StepOf<'needs-poll'>[]> {
  if (programme.state === 'closed' || me.state === 'withdrawn') return [];
  const polled = await ports.programmes.get(programme.id, 'polled', me.id);
  if (polled === undefined || !wasAskedBy(polled.value.poll, polled.value, me)) return [];
  const poll = await ports.programmes.get(programme.id, 'needs-poll', polled.value.poll);
  if (poll === undefined || !isTakingBallots(poll.value, now)) return [];
  const { id, topics } = poll.value;
  const answer = { verb: 'needs-poll/answer', programmeId: programme.id, poll: id } as const;
  return [
    {
      step: 'needs-poll',
      topics: [...topics],
      words: wordsOf(programme, poll.value, language),
      actions: [{ ...answer, learn: '', teach: '', takePart: '' }],
    },
  ];
}

/** Word for word what the card says, in the programme's form of address. */
function wordsOf({ plan }: Programme, { closesOn }: NeedsPoll, language: Language): StepOf<'needs-poll'>['words'] {
  const { address, directness } = plan.culture;
  const date = formatDay(`${closesOn}T12:00:00.000Z`, 'UTC', language);
  const say = (word: Parameters<typeof needsPollText>[1]): string =>
    needsPollText(language, word, { directness, date, address: formOfAddress(language, address) });
  return {
    title: say('needs-poll.open-title'),
    about: [say('needs-poll.open-what'), say('needs-poll.open-how'), say('needs-poll.open-until')],
    learn: say('needs-poll.learn'),
    teach: say('needs-poll.teach'),
    takePart: say('needs-poll.take-part'),
    replies: { yes: say('needs-poll.yes'), perhaps: say('needs-poll.perhaps'), no: say('needs-poll.no') },
    note: say('needs-poll.note'),
    send: say('needs-poll.send'),
    sent: [say('needs-poll.sent-title'), say('needs-poll.sent-what'), say('needs-poll.sent-next')],
    again: say('needs-poll.again'),
  };
}
