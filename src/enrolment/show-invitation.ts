import type { CardView } from '../domain/view';
import type { Press } from '../member/press';
import { departureView } from './departure-view';
import { invitationView } from './invitation-view';

/** The invitation as it stands for the person, or that they take no part any more; undefined for somebody who was never invited. */
export function showInvitation({ member, context }: Press<never>): Promise<CardView | undefined> {
  const { participant, programme, reader } = member;
  return Promise.resolve(
    participant === undefined || participant.value.state === 'imported'
      ? undefined
      : participant.value.state === 'withdrawn'
        ? departureView(programme.value, participant.value, reader, 0)
        : invitationView(programme.value, participant.value, reader, context.now),
  );
}
