import type { QueueWords } from '../queue';

function cards(count: number): string {
  return count === 1 ? '1 card' : `${count} cards`;
}

export const words: QueueWords = {
  title: 'Sorting queue',
  open: 'Sort in a queue',
  leave: 'Leave the queue',
  left: (count) => `${cards(count)} waiting`,
  yours: 'The card in your hand',
  how: 'Swipe left, up or right, or press a button',
  taking: 'Taking the next card…',
  allHeld: (count) =>
    `Others have the last ${cards(count)} in hand. A card that is let go comes up here`,
  allSorted: 'Every card is sorted ✓',
  notYet: 'You can begin once cards are shown',
  proposed: 'Writer’s wish',
  columns: 'Put into',
  skip: 'Skip',
  group: 'Group…',
  park: 'Park',
  swipe: { left: 'swipe left', up: 'swipe up', right: 'swipe right' },

  choose: 'Which group does it belong to?',
  search: 'Find a group or a column',
  mayBeSame: 'May belong here',
  groups: 'Groups',
  noGroups: 'No groups yet. Type a name to make one',
  noneFound: 'No group of that name',
  newGroup: (name) => `New group “${name}” in`,
  toColumn: 'No group, just the column',
  unnamed: (text) => `No name yet: ${text}`,
  inGroup: (name) => `Put into ${name}`,

  here: 'Working together',
  you: 'you',
  holds: (name) => `${name} has it`,
  heldByOther: 'A helper has this card in hand',
  sorting: (name, screens) => (screens > 1 ? `${name} (${screens} screens)` : name),
  restHeld: (count) => `Helpers have the last ${cards(count)} in hand`,
};
