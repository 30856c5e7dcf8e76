/** The English of ../stage.ts. */
import type { StageWords } from '../stage';

export const words: StageWords = {
  vote: 'Vote on your phone',
  votesEach: (each, most) =>
    most >= each ? `${each} votes each` : `${each} votes each, ${most} at most on one`,
  voted: (voted, of) => `${voted} of ${of} have voted`,
  secret: 'Secret: the result is shown when the vote ends',
  voteOver: 'The vote has ended',
  result: 'Result of the vote',
  phoneVotes: (count) => (count === 1 ? '1 vote' : `${count} votes`),
  hands: (count) => (count === 1 ? '1 hand' : `${count} hands`),
  tie: 'tie',
  noVotes: 'No votes in this column',
<<<<<<< HEAD
  placing: 'Everybody places on their phone',
  placingHow: 'Where does each of these belong? One column for each',
  placedBy: (voted, of) => `${voted} of ${of} have sent theirs`,
  placingSecret: 'Secret: the result is shown when placing ends',
  placingOver: 'Placing has ended',
  placings: 'Where we put them:',
  placingsFirst: 'what we differ on first',
  agreement: {
    apart: 'We differ much',
    partly: 'We differ a little',
    agreed: 'We agree',
    nobody: 'Nobody placed this',
  },
  most: 'most',
  here: 'lies here',
  put: (column, item) => `Place ${item} in ${column}`,
  unnamed: 'Group without a name',
=======
>>>>>>> main
  below: 'Write on from this on your phone',
  belowEach: (limit) => `${limit} at most each`,
  belowCame: (count) => `${count} received`,
  howWasIt: 'How was today?',
  answerOnPhone: 'Answer on your phone, without your name',
  answered: (count, of) => `${count} of ${of} have answered`,
  moods: ['Bad', 'Not so good', 'Fair', 'Good', 'Very good'],
  follows: 'Following from this',
  cards: (count) => (count === 1 ? '1 card' : `${count} cards`),
  breakTitle: 'Break',
  goesOnAt: 'We go on at',
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
};
