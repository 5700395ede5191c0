import type { Instant } from '../../../src/kernel/clock';
import { formatDateTime, formatDay } from '../../../src/language/format-date-time';
import { translate, type TextValues } from '../../../src/language/translate';
import { shownName } from '../../../src/member/reader';
import type { Reader } from '../../../src/domain/view';
import { escapeText } from './escape-text';

/** Speaks to one reader: their language, the programme's form of address, names and directness. */
export interface Speaker {
  readonly reader: Reader;
  /** The text of a `messaging.` key; values are escaped here. */
  readonly say: (key: string, values?: TextValues) => string;
  /** The same for titles of buttons, which know no Markdown: values go in as they are. */
  readonly plain: (key: string, values?: TextValues) => string;
  /** A name as the programme shows names; to be given to `say`, which escapes it. */
  readonly name: (name: string) => string;
  readonly day: (instant: Instant) => string;
  readonly dateTime: (instant: Instant) => string;
  /** A calendar date (ISO), whatever the zone. */
  readonly date: (date: string) => string;
}

/** The speaker for a reader. */
export function speakerFor(reader: Reader): Speaker {
  const { address, directness } = reader.culture;
  const plain = (key: string, values: TextValues = {}) =>
    translate(reader.language, `messaging.${key}`, { address, directness, ...values });
  return {
    reader,
    plain,
    say: (key, values = {}) => plain(key, escapedValues(values)),
    name: (name) => shownName(name, reader.culture),
    day: (instant) => formatDay(instant, reader.timeZone, reader.language),
    dateTime: (instant) => formatDateTime(instant, reader.timeZone, reader.language),
    date: (date) => formatDay(`${date}T12:00:00.000Z`, 'UTC', reader.language),
  };
}

function escapedValues(values: TextValues): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? escapeText(value) : value]),
  );
}
