/** Zones with every habit that has hurt somebody: half-hour changes, skipped days, changes at midnight, odd offsets, none at all. */
export const zones = [
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Europe/Paris',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/Montreal',
  'America/Santiago',
  'America/Havana',
  'America/Sao_Paulo',
  'Atlantic/Azores',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Australia/Adelaide',
  'UTC',
] as const;

export interface WallClock {
  readonly date: string;
  readonly weekday: string;
  /** Minutes since midnight. */
  readonly minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant, read through Intl alone: an opinion of its own on what the product computes. */
export function wallClock(at: string, timeZone: string): WallClock {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return {
    date: `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`,
    weekday: (parts['weekday'] ?? '').toLowerCase(),
    minutes: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}
