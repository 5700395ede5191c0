import { chooseInterval } from '../../../src/insight/statistics/choose-interval';
import { hiddenFigure } from '../../../src/insight/statistics/told-figure';

const scale = { least: 1, most: 5 };
const people = (after: readonly number[], cluster = (place: number): string => String(place)) =>
  after.map((value, place) => ({ before: 2 + (place % 3) / 10, after: value, cluster: cluster(place) }));
const ten = [3, 3.2, 2.5, 2.8, 3.4, 2, 3.1, 2.9, 3.3, 2.6];

describe('the interval of a page', () => {
  it('is Student’s where nothing stands against it', () => {
    expect(chooseInterval(people(ten), [{ before: 2 }], scale)).toMatchObject({
      hidden: false,
      n: 10,
      missing: 1,
      method: 'student',
    });
  });

  it('goes around both extreme cases where more than a fifth miss an answer', () => {
    const halves = [{ before: 2 }, { after: 3 }, { before: 4 }];
    expect(chooseInterval(people(ten), halves.slice(1), scale)).toMatchObject({ method: 'student' });
    const wide = chooseInterval(people(ten), halves, scale);
    expect(wide).toMatchObject({ method: 'extreme-cases', missing: 3 });
  });

  it('is taken between clusters where people share a partner, and hidden where they are fewer than five', () => {
    expect(
      chooseInterval(
        people(ten, (place) => String(place >> 1)),
        [],
        scale,
      ),
    ).toMatchObject({ method: 'clusters' });
    expect(
      chooseInterval(
        people(ten.slice(0, 8), (place) => String(place >> 1)),
        [],
        scale,
      ),
    ).toEqual(hiddenFigure);
  });

  it('is hidden where the scale has no room, where all changed alike, and under five', () => {
    const began = (count: number, at: number) =>
      people(ten).map((one, place) => (place < count ? { ...one, before: at } : one));
    expect(chooseInterval(began(2, 4.5), [], scale)).toEqual(hiddenFigure);
    expect(chooseInterval(began(2, 1.5), [], scale)).toEqual(hiddenFigure);
    expect(chooseInterval(began(1, 5), [], scale).hidden).toBe(false);
    expect(chooseInterval(people([...ten.slice(2), 5, 5]), [], scale).hidden).toBe(false);
    expect(
      chooseInterval(
        people(ten).map((one) => ({ ...one, after: one.before + 1 })),
        [],
        scale,
      ),
    ).toEqual(hiddenFigure);
    expect(chooseInterval(people(ten.slice(0, 4)), [], scale)).toEqual(hiddenFigure);
  });
});
