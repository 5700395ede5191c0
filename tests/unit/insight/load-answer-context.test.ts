import { loadAnswerContext } from '../../../src/insight/load-answer-context';
import { loadPersonKeys } from '../../../src/survey/load-person-keys';
import { surveyKey } from '../../../src/survey/read-survey-key';
import { aParticipant } from '../../helpers/factories/participant';
import { aPlan, aProgramme } from '../../helpers/factories/programme';
import { memoryPorts } from '../../helpers/memory-ports';
import { put } from '../../helpers/stage';

const id = 'passages';

test('somebody whose row cannot be read has stated no group, and the figures of all others go on', async () => {
  const ports = memoryPorts();
  await put(ports, id, 'programme', 'programme', aProgramme({ plan: aPlan({ surveys: { cut: 'function' } }) }));
  for (const person of ['M1', 'M2', 'M3'])
    await put(
      ports,
      id,
      'participant',
      person,
      aParticipant({ id: person, profile: { ...aParticipant().profile, function: 'Finance' } }),
    );
  await surveyKey(ports, id, '2027-01-11T09:00:00.000Z');
  ports.programmes.damage('participant', 'M2');
  const keyOf = await loadPersonKeys(ports, id);
  const context = await loadAnswerContext(ports, id);
  expect([...(context?.attributeOf ?? [])]).toEqual(['M1', 'M3'].map((person) => [keyOf?.(person), 'Finance']));
});
