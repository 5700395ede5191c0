/** A stretch of one day in wall time, `HH:MM` to `HH:MM`, 24:00 included. */
export type Stretch = readonly [from: string, until: string];

/** What is read at the beginning of a text, and how much of it that was. */
export interface ReadHours {
  readonly stretches: readonly Stretch[];
  readonly length: number;
}

/** Words between the two ends of a range, in French, English and German. */
export const rangeTo = '\\s*(?:-|–|—|\\ba\\b|\\bau\\b|\\bto\\b|\\buntil\\b|\\btill\\b|\\bbis\\b)\\s*';
const time = '(?:(\\d{1,2})(?:\\s*[:h.]\\s*(\\d{2})|(\\d{2})|\\s*h)?\\s*(am|pm)?|(midi|noon))(?![\\d\\p{L}])';
const hoursAtStart = new RegExp(
  `^(?:de\\s+|from\\s+|entre\\s+|between\\s+|von\\s+)?${time}(?:${rangeTo}|\\s*(?:et|and)\\s*)${time}`,
  'u',
);
const partAtStart =
  /^(?:(?:le|l['’]|en|in the|the)?\s*)(matin(?:ee)?s?|mornings?|apres[- ]midis?|aprem|afternoons?|toute la journee|journee|all day)(?![\p{L}])/u;
const noon = 12 * 60;

/** The hours of a morning and of an afternoon, where nothing else is said. */
export const morning: Stretch = ['09:00', '12:00'];
export const afternoon: Stretch = ['14:00', '17:00'];

/**
 * The hours at the beginning of a text in lower case without accents: `9h-12h30`, `9:00 am - noon`, `0900-1200`, `matin`. Undefined where there
 * are none, or they are no hours of a day or end before they begin.
 */
export function readHours(text: string): ReadHours | undefined {
  const part = partAtStart.exec(text);
  if (part !== null) return { stretches: partStretches(part[1] ?? ''), length: part[0].length };
  const clock = hoursAtStart.exec(text);
  const stretch = clock === null ? undefined : clockStretch(clock);
  return clock === null || stretch === undefined ? undefined : { stretches: [stretch], length: clock[0].length };
}

function partStretches(words: string): readonly Stretch[] {
  if (/^(?:matin|morning)/u.test(words)) return [morning];
  return /^(?:ap|afternoon)/u.test(words) ? [afternoon] : [morning, afternoon];
}

function clockStretch(match: RegExpExecArray): Stretch | undefined {
  const from = minutesOf(match.slice(1, 6));
  const until = minutesOf(match.slice(6, 11));
  if (from === undefined || until === undefined) return undefined;
  const [fromHalf, untilHalf] = [match[4], match[9]];
  let [start, end] = [from, until];
  // "9 am - 5" and "1 - 3 pm": who names one half of the day means the nearest other hour.
  if (fromHalf !== undefined && untilHalf === undefined && end <= start && end < noon) end += noon;
  if (untilHalf === 'pm' && fromHalf === undefined && start + noon < end) start += noon;
  return start < end ? [clockText(start), clockText(end)] : undefined;
}

/** Minutes since midnight; undefined for no time of a day. */
function minutesOf([hour, minute, shortMinute, half, word]: readonly (string | undefined)[]): number | undefined {
  if (word !== undefined) return noon;
  const [hours, minutes] = [Number(hour), Number(minute ?? shortMinute ?? 0)];
  if (minutes > 59 || hours * 60 + minutes > 24 * 60) return undefined;
  if (half === undefined) return hours * 60 + minutes;
  return hours < 1 || hours > 12 ? undefined : (hours % 12) * 60 + minutes + (half === 'pm' ? noon : 0);
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
