import { openProfile } from '../../../src/participant/profile-view';
import { saveProfile } from '../../../src/participant/save-profile';
import { memoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, mentorAndMentee } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const said = { programmeId: 'passages', languages: 'fr', expertise: '', goals: '' };

describe('A person’s own correction', () => {
  it('keeps how they teach and learn; what a form does not ask stays as it was', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { now, participants: mentorAndMentee() });
    const save = (more: object): Promise<unknown> =>
      saveProfile(ports, actorOf('M1'), { ...said, ...more }, stage.occasion);
    await save({ teachingStyle: 'step-by-step,by-magic,by-doing', pedagogy: '3' });
    await save({ learningStyle: '', openness: '' });
    const opened = await openProfile(ports, actorOf('M1'), 'passages');
    expect(opened).toMatchObject({
      ok: true,
      value: { profile: { teachingStyle: ['by-doing', 'step-by-step'], pedagogy: 3 } },
    });
    expect(JSON.stringify(opened)).not.toMatch(/openness|learningStyle/u);
    const row = await ports.programmes.get('passages', 'participant', 'M1');
    expect(row?.value.corrections).toMatchObject({ teachingStyle: ['by-doing', 'step-by-step'], pedagogy: 3 });
    await save({ teachingStyle: '' });
    expect((await ports.programmes.get('passages', 'participant', 'M1'))?.value.profile.teachingStyle).toEqual([]);
  });
});
