import type { Recipient } from './message';

/**
 * What is true of every row of one kind, for whoever reads, copies or erases rows without knowing the feature that writes them. `Rows`
 * says what a row holds; this says what may be done with it.
 */
export interface RowDeclaration<Row> {
  readonly key: KeyShape | readonly [KeyShape, KeyShape];
  /** Everybody the row tells of; more than one where it holds data of several. */
  readonly whose: readonly [Whose<Row>, ...Whose<Row>[]];
  readonly kept: Kept;
  readonly erased: Erased;
  readonly backup: Backup;
  readonly myData: MyData;
  readonly hrExport: HrExport;
}

/**
 * The row key, its variable parts in braces. A part that is named as a text field of the row is that field; any other says what stands
 * there. Two shapes where a part is there or not.
 */
export type KeyShape = string;

/** Where a row says whom it is about: the partition it lies in, a part of its key, or a field of its value. */
type Place<Row> = 'partition' | `{${string}}` | FieldOf<Row>;
type FieldOf<Row> = Row extends unknown ? keyof Row & string : never;
type FieldWith<Row, Value> = { [K in keyof Row & string]: NonNullable<Row[K]> extends Value ? K : never }[keyof Row &
  string];
interface Sides {
  readonly mentorId: string;
  readonly menteeId: string;
}

/**
 * Whose data a row is.
 * - `nobody`: it is about how the product works.
 * - `programme`: a figure or a decision of the programme, which tells of no participant.
 * - `person`: one person's, `by` the id of the people file, which is the participant's id, or by the directory id.
 * - `pseudonym`: one participant's for as long as the programme's survey key exists, and nobody's from then on.
 * - `pair`: both people of a pair, named by the row itself or by the row of the pair.
 * - `several`: many people by their ids, inside the fields named.
 * - `recipient`: the participant, contact or account that a message is for; nobody's where that is a channel.
 * - `actor`: an act, by the directory id of whoever did it, an administrator mostly. What is no directory id is nobody's.
 * - `reference`: whoever the row is about whose key or id stands there.
 */
export type Whose<Row> =
  | { readonly of: 'nobody' | 'programme' | 'pseudonym' }
  | { readonly of: 'person'; readonly by: 'people-file' | 'directory'; readonly in: Place<Row> }
  | {
      readonly of: 'pair';
      readonly in: Row extends Sides ? 'sides' : Row extends { readonly pairId: string } ? 'pairId' : never;
    }
  | { readonly of: 'several'; readonly in: readonly [FieldOf<Row>, ...FieldOf<Row>[]] }
  | { readonly of: 'recipient'; readonly in: FieldWith<Row, Recipient> }
  | { readonly of: 'actor'; readonly in: FieldOf<Row> }
  | { readonly of: 'reference'; readonly in: readonly [FieldOf<Row>, ...FieldOf<Row>[]] };

/**
 * Until when a row is there, by what the code does today. Nothing takes the rows of a programme or a person away as a whole yet:
 * `programme-erased` and `person-erased` say which of the two a row goes with.
 * - `programme-erased`, `person-erased`: no work takes it away before.
 * - `for-good`: no work ever does: it answers for what somebody did.
 * - `storage-emptied`: it belongs to the storage as a whole.
 * - `survey-key-due`: the plan's days of retention after the end of the programme (`destroySurveyKey`).
 * - `poll-closed`: the close of its needs poll (`closeNeedsPoll`).
 * - `worked-off`: its work is done, or is of no use any more.
 * - `among-newest-jobs`: while it has not come to its end, and then while it is one of the newest `mostKeptJobs` that have.
 * - `hour-given-up`: the hour is moved, or its pair ends before it; hours that came are kept with their programme.
 * - `taken-back`: what was said is taken back, or its cause is gone; what had its effect is kept with its programme.
 * - `no-longer-asked`: the person withdraws it, says "not now" or leaves; the plan asks no more; the programme closes (`alignDiversity`).
 * - `no-longer-named`: the plan, or every programme, no longer gives the person a part.
 * - `app-removed`: Teams tells that the bot can no longer write there.
 * - `readable-again`: the row it is about can be read, or is gone.
 */
export type Kept =
  | 'programme-erased'
  | 'person-erased'
  | 'for-good'
  | 'storage-emptied'
  | 'survey-key-due'
  | 'poll-closed'
  | 'worked-off'
  | 'among-newest-jobs'
  | 'hour-given-up'
  | 'taken-back'
  | 'no-longer-asked'
  | 'no-longer-named'
  | 'app-removed'
  | 'readable-again';

/**
 * What becomes of the row when somebody it tells of is erased.
 * - `deleted`: it goes.
 * - `taken-out`: what it holds of them goes, and an id that leads to nobody stands for theirs; the rest is the other's or the programme's.
 * - `follows`: nothing is to be done: it goes, or names them no more, by what becomes of the rows it follows from.
 * - `stays-as-proof`: it stays as it is, since it answers for an act.
 * - `tells-of-nobody`: there is nothing to erase.
 */
export type Erased = 'deleted' | 'taken-out' | 'follows' | 'stays-as-proof' | 'tells-of-nobody';

/**
 * Whether the operator's backup holds the row.
 * - `copied`: it does.
 * - `left-for-the-moment`: no, it is true for seconds only.
 * - `left-since-found-again`: no, it comes again by itself.
 * - `left-since-erasing-is-final`: no: a copy would bring back what people were promised is gone at once or for good.
 */
export type Backup = 'copied' | 'left-for-the-moment' | 'left-since-found-again' | 'left-since-erasing-is-final';

/**
 * Whether somebody who asks for their data is given the row.
 * - `whole`: yes.
 * - `own-part`: what they said themselves, and what they may read anyway; nothing that another person said or did.
 * - `told-by-others`: no: what it says of them is in other rows that they are given.
 * - `withheld`: no: it holds a choice that is not made yet, or tells of somebody else.
 * - `nobody-s`: it tells of no person.
 */
export type MyData = 'whole' | 'own-part' | 'told-by-others' | 'withheld' | 'nobody-s';

/** In which file that HR takes away the row is read for: the board's (`exportBoard`), the only one there is, or none. */
export type HrExport = 'board' | 'none';

/** A declaration for each kind of row of a table. */
export type RowDeclarations<Rows> = { readonly [K in keyof Rows]: RowDeclaration<Rows[K]> };
