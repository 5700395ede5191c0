/** What a cell says of whether somebody is there. `leave`: employed, and away. */
export const presences = ['here', 'gone', 'leave', 'not-yet'] as const;
export type Presence = (typeof presences)[number];
