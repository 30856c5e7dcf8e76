/** The English of ../similar.ts. */
import type { SimilarWords } from '../similar';

export const words: SimilarWords = {
  title: 'Suggest groups',
  about: 'Nothing moves by itself. Accept group by group. Groups you have made are not touched.',
  by: { spelling: 'By similar wording', meaning: 'By meaning and similar wording' },
  more: '(still reading the meaning of the other cards)',
  looking: 'Looking for cards that are alike…',
  nothing: 'No cards that are alike yet.',
  rest: (count) => `${count} more will come up as you decide on those above.`,
  again: 'Look again',

  mayBeSame: 'May say the same as this card',
  mayBeSameAs: (count) => (count === 1 ? '1 may be the same' : `${count} may be the same`),
  inGroup: (name) => `group ${name}`,
  gather: 'Group',
  gatherWhat: (text) => `Group with: ${text}`,
  differ: 'Not the same',
  joined: 'Put into the group',
  keptApart: 'This will not be suggested again',

  name: 'Name of the group',
  namePrompt: 'A statement that a stranger understands',
  into: (name) => `Into the group that is there: ${name}`,
  groupThese: (count) => `Group these ${count}`,
  joinThese: (count) => (count === 1 ? 'Put it into the group' : `Put ${count} into the group`),
  leaveOut: 'Leave out',
  leaveOutWhat: (text) => `Leave out: ${text}`,

  aliases: 'Words that mean the same',
  aliasesAbout: 'One meaning a line, with = between the words, such as ไลน์ = LINE',
  saveAliases: 'Save the words',
  aliasesSaved: 'Saved',
};
