/** What stands in the place of a figure that is not told: no number, no n and no cause, since a cause would tell of people too. */
export interface HiddenFigure {
  readonly hidden: true;
}

/** A figure that is told, with how many people it is about and how many of those asked are missing from it. */
export type ToldFigure<T> = T & {
  readonly hidden: false;
  /** People. */
  readonly n: number;
  /** People who could have been in it and gave too few answers. */
  readonly missing: number;
};

/** A figure or nothing: fewer people than `fewestTold` make it nothing. */
export type Figure<T> = ToldFigure<T> | HiddenFigure;

/** Two ends of a 95 % interval, in the unit of its figure. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The one hidden figure. */
export const hiddenFigure: HiddenFigure = { hidden: true };
