/** The end of a facilitator's address that begins with the check of the room; it is no key. */
export const ROOM_CHECK = '#check';
