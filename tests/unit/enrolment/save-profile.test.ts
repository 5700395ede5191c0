import { openProfile } from '../../../src/enrolment/profile-view';
import { memoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, mentorAndMentee } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const said = { verb: 'profile/save', programmeId: 'passages', languages: 'fr', expertise: '', goals: '' } as const;

describe('A person’s own correction', () => {
  it('keeps how they teach and learn; what a form does not ask stays as it was', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { now, participants: mentorAndMentee() });
    const save = (more: object): Promise<unknown> => stage.press('M1', { ...said, ...more });
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

  it('opens hours and places; what was not changed goes on following the file, and what cannot be read changes nothing', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { now, participants: mentorAndMentee() });
    const row = async () => (await ports.programmes.get('passages', 'participant', 'M1'))?.value;
    const opened = await openProfile(ports, actorOf('M1'), 'passages');
    if (!opened.ok) throw new Error(opened.reason);
    const { availability, capacity } = opened.value.profile;
    const save = (more: object) => stage.press('M1', { ...said, ...more });
    await save({ availability, capacity: String(capacity) });
    expect(Object.keys((await row())?.corrections ?? {})).not.toEqual(expect.arrayContaining(['capacity']));
    expect(Object.keys((await row())?.corrections ?? {})).not.toEqual(expect.arrayContaining(['availability']));
    for (const wrong of [{ availability: 'whenever' }, { capacity: '0' }, { capacity: '21' }, { capacity: '-1' }])
      expect((await save(wrong)).view).toEqual({ card: 'notice', notice: 'invalid-input' });
    await save({ availability: 'lun-ven 8h-10h', capacity: '2' });
    expect(await row()).toMatchObject({
      profile: { capacity: 2, availability: expect.arrayContaining([{ day: 'fri', from: '08:00', to: '10:00' }]) },
      corrections: { capacity: 2 },
    });
  });
});
