/** What the phone shows to the facilitator alone: cards before they are shown, late ones, parked ones. */
export type PrivateView = 'before' | 'late' | 'parked';
/** What the phone shows in place of steering that is no secret: cards in a queue, questions, paper cards. */
export type OpenView = 'queue' | 'asked' | 'clerk' | 'tables';
export type RemoteView = PrivateView | OpenView;

export function isPrivate(view: RemoteView | null): view is PrivateView {
  return view === 'before' || view === 'late' || view === 'parked';
}
