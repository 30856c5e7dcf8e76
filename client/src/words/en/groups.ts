/** The English of ../groups.ts. */
import type { GroupWords } from '../groups';

const cards = (count: number) => `${count} ${count === 1 ? 'card' : 'cards'}`;

export const words: GroupWords = {
  group: 'Group of cards',
  unnamed: 'No name yet',
  goesOn: '(continued)',
  about: (name, count) => `Group ${name}, ${cards(count)}`,
  named: (name) => `Group ${name}`,
  unnamedCount: (count) => `Group without a name, ${cards(count)}`,
  starred: 'Starred',
  times: (count) => `${cards(count)} say this`,
  waiting: (count) => `${count} more ${count === 1 ? 'group' : 'groups'} to place`,

  form: 'Group',
  join: 'Put in here',
  merge: 'Merge the groups',
  mergeHere: 'Merge here',
  name: 'Name the group',
  rename: 'Rename the group',
  ungroup: 'Take out of the group',
  dissolve: 'Dissolve the group',
  stack: 'Stack duplicates',
  unstack: 'Unstack',
  wordings: 'See all wordings',
  more: 'More',
  selectedGroups: (count) => `${count} ${count === 1 ? 'group' : 'groups'} selected`,
  selectedBoth: (some, count) =>
    `${cards(some)}, ${count} ${count === 1 ? 'group' : 'groups'} selected`,
  pickTwo: 'Select at least two cards, or cards and a group, then press Group',
  pickTwoToStack: 'Select at least two cards that say the same',
  pickGroup: 'Select a group first',

  naming: {
    title: 'Name of the group',
    prompt: 'A name that somebody who was not here understands',
    example: 'Write a statement, such as “Report once a month instead of four times”',
    cards: 'Cards in this group',
    save: 'Save the name',
    later: 'Later',
  },
  stacked: {
    title: (count) => `${count} cards in this stack`,
    onTop: 'On top',
    takeOut: 'Take out',
    takeOutWhat: (text) => `Take out: ${text}`,
    all: 'Unstack all',
  },

  said: {
    formed: (count) => `Grouped ${cards(count)}`,
    joined: (count, name) => `Added ${cards(count)} to group ${name}`,
    merged: 'Groups merged',
    ungrouped: (count) => `Took ${cards(count)} out of the group`,
    dissolved: 'Group dissolved; all cards are still there',
    named: (name) => `The group is called ${name}`,
    moved: (name, column) => `Moved group ${name} to ${column}`,
    stacked: (count) => `Stacked ${cards(count)}`,
    unstacked: 'Unstacked',
  },
};
