/** What the phone shows to the facilitator alone: cards before they are shown, late ones, parked ones. */
export type PrivateView = 'before' | 'late' | 'parked';
