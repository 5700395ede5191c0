import type { Instant } from '../../../src/kernel/clock';
import type { SayText, TextValues } from '../../../src/language/define-texts';
import { formOfAddress } from '../../../src/language/form-of-address';
import { formatDateTime, formatDay } from '../../../src/language/format-date-time';
import { shownName } from '../../../src/member/reader';
import type { Reader } from '../../../src/domain/view';
import { escapeText } from './escape-text';

/** Says the texts of one feature to one reader. */
export interface Voice<Key extends string> {
  /** A text for a card; values are escaped here. */
  readonly say: (key: Key, values?: TextValues) => string;
  /** The same for titles of buttons, which know no Markdown: values go in as they are. */
  readonly plain: (key: Key, values?: TextValues) => string;
}

/** Speaks to one reader: their language, the programme's form of address, names and directness. */
export interface Speaker {
  readonly reader: Reader;
  /** The words of a feature. */
  readonly of: <Key extends string>(texts: SayText<Key>) => Voice<Key>;
  /** A name as the programme shows names; to be given to `say`, which escapes it. */
  readonly name: (name: string) => string;
  readonly day: (instant: Instant) => string;
  readonly dateTime: (instant: Instant) => string;
  /** A calendar date (ISO), whatever the zone. */
  readonly date: (date: string) => string;
}

/** The speaker for a reader. */
export function speakerFor(reader: Reader): Speaker {
  const { language, culture } = reader;
  const address = formOfAddress(language, culture.address);
  return {
    reader,
    of: <Key extends string>(texts: SayText<Key>): Voice<Key> => {
      const say = (key: Key, values: TextValues) =>
        texts(language, key, { directness: culture.directness, ...values, address });
      return {
        say: (key, values = {}) => say(key, escapedValues(values)),
        plain: (key, values = {}) => say(key, values),
      };
    },
    name: (name) => shownName(name, culture),
    day: (instant) => formatDay(instant, reader.timeZone, language),
    dateTime: (instant) => formatDateTime(instant, reader.timeZone, language),
    date: (date) => formatDay(`${date}T12:00:00.000Z`, 'UTC', language),
  };
}

function escapedValues(values: TextValues): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? escapeText(value) : value]),
  );
}
