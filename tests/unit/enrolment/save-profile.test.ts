import { nextContactTimeFor } from '../../../src/calendar/next-contact-time';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { plusDays } from '../../../src/kernel/clock';
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

  it('takes languages by code or name, and no letters that name none', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { now, participants: mentorAndMentee() });
    const languages = async () =>
      (await ports.programmes.get('passages', 'participant', 'M1'))?.value.profile.languages;
    await stage.press('M1', { ...said, languages: 'français, ja;DROP,xx' });
    expect(await languages()).toEqual(['fr', 'ja']);
    const { view } = await stage.press('M1', { ...said, languages: 'xx' });
    expect(view).toEqual({ card: 'notice', notice: 'invalid-input' });
    expect(await languages()).toEqual(['fr', 'ja']);
  });

  it('asks for languages that nobody has said, and takes what the person saves as said', async () => {
    const ports = memoryPorts();
    const [mentor, ...others] = mentorAndMentee();
    const notStated = ['timeZone', 'languages', 'availability'] as const;
    const asked = { ...mentor!, profile: { ...mentor!.profile, notStated } };
    const stage = await castOf(ports, { now, participants: [asked, ...others] });
    const opened = await openProfile(ports, actorOf('M1'), 'passages');
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.value.profile.languages).toEqual([]);
    expect((await stage.press('M1', { ...said, languages: '' })).view).toEqual({
      card: 'notice',
      notice: 'invalid-input',
    });
    await stage.press('M1', said);
    const stated = async () => (await ports.programmes.get('passages', 'participant', 'M1'))?.value.profile.notStated;
    expect(await stated()).toEqual(['timeZone', 'availability']);
    await stage.press('M1', { ...said, availability: opened.value.profile.availability });
    expect(await stated()).toEqual(['timeZone']);
  });

  it('asks for the zone where the country has several or nobody knows it, among those there are', async () => {
    const ports = memoryPorts();
    const [mentor, ...others] = mentorAndMentee();
    const profile = { ...mentor!.profile, country: 'US', notStated: ['timeZone'] as const };
    const stage = await castOf(ports, { now, participants: [{ ...mentor!, profile }, ...others] });
    const opened = async () => {
      const found = await openProfile(ports, actorOf('M1'), 'passages');
      if (!found.ok) throw new Error(found.reason);
      return found.value.profile;
    };
    const { timeZone, zones } = await opened();
    expect(timeZone).toBe('');
    expect(zones).toEqual(expect.arrayContaining(['America/New_York', 'America/Denver', 'America/Phoenix']));
    expect(zones).not.toContain('America/Detroit');
    expect((await stage.press('M1', { ...said, timeZone: 'Asia/Tokyo' })).view).toEqual({
      card: 'notice',
      notice: 'invalid-input',
    });
    await stage.press('M1', { ...said, timeZone: '' });
    expect((await opened()).timeZone).toBe('');
    await stage.press('M1', { ...said, timeZone: 'America/Denver' });
    expect((await opened()).timeZone).toBe('America/Denver');
    const row = await ports.programmes.get('passages', 'participant', 'M1');
    expect(row?.value.profile.notStated).toBeUndefined();
    expect(row?.value.corrections).toMatchObject({ timeZone: 'America/Denver' });
  });

  it('F65: of their zone moves what waits for them to a decent hour there, and nothing of anybody else', async () => {
    const ports = memoryPorts();
    // Seven in the evening in Anchorage, eleven in New York.
    const night = '2027-01-13T04:00:00.000Z';
    const people = mentorAndMentee().map((one) => ({
      ...one,
      profile: { ...one.profile, country: 'US', timeZone: 'America/Anchorage' },
    }));
    const stage = await castOf(ports, { now: night, participants: people });
    const later = nextContactTimeFor(ports, people[0]!, plusDays(night, 2));
    const unit = new UnitOfWork(ports, 'passages', stage.context, 'system');
    for (const id of ['M1', 'S1'])
      for (const notBefore of [nextContactTimeFor(ports, people[0]!, night), later])
        unit.queueMessage({ kind: 'invitation', recipient: { to: 'participant', id }, subject: {}, notBefore });
    expect(await unit.commit()).toBe(true);
    const waiting = async (who: string) =>
      (await stage.queued()).flatMap(({ recipient, notBefore }) =>
        'id' in recipient && recipient.id === who ? [notBefore] : [],
      );
    const before = await waiting('S1');
    expect(await waiting('M1')).toEqual(before);
    await stage.press('M1', { ...said, timeZone: 'America/New_York' });
    // What waits may be long: the press only tells that it is to follow.
    expect(await waiting('M1')).toEqual(before);
    await stage.work();
    const nine = '2027-01-13T14:00:00.000Z';
    expect((await waiting('M1'))[0]).toBe(nine);
    expect(await waiting('M1')).not.toContain(before[0]);
    expect(await waiting('S1')).toEqual(before);
    await stage.press('M1', { ...said, timeZone: 'America/New_York', capacity: '2' });
    await stage.work();
    expect((await waiting('M1'))[0]).toBe(nine);
  });

  it('has nothing to choose in a country of one zone', async () => {
    const ports = memoryPorts();
    await castOf(ports, { now, participants: mentorAndMentee() });
    expect(await openProfile(ports, actorOf('M1'), 'passages')).toMatchObject({ value: { profile: { zones: [] } } });
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
