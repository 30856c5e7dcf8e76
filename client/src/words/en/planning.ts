/** The English of ../planning.ts. */
import type { PlanningWords } from '../planning';

export const words: PlanningWords = {
  sections: {
    conclusions: 'Conclusions and plan',
    together: 'All together',
  },
  vote: {
    start: 'Vote…',
    title: 'Set up the vote',
    each: 'Votes each',
    most: 'Most on one item',
    on: 'Vote on',
    onGroups: 'Groups and loose cards',
    onCards: 'Every card',
    budgets: 'Separate votes for each column',
    budget: (name) => `Votes in ${name}`,
    mergeFirst: 'Put the same ideas together first, so that votes do not split',
    go: 'Start the vote',
    end: 'End the vote',
    again: 'Let them go on voting',
    show: 'Show the result',
    leave: 'Back to the board',
    result: 'See the result of the vote again',
    hands: 'Count hands…',
    handsTitle: 'Count hands (people without a phone)',
    handsNote: 'Shown apart from the votes on phones',
    voted: (voted, of) => `${voted} of ${of} have voted`,
  },
  pause: {
    start: (minutes) => `Break of ${minutes} minutes`,
    longer: '5 minutes longer',
    end: 'Go on',
  },
  round: {
    start: 'Let the room write on from this',
    end: 'End the round and show',
    came: (count) => `${count} received`,
    add: 'Add a card below…',
    addTitle: 'Add a card below',
    addTo: 'Below',
    text: 'Text',
    action: 'Add',
  },
  checkOut: {
    start: 'Ask how the day was (1–5)',
    end: 'End the question',
    show: 'Show the answers',
    leave: 'Back to the board',
    result: 'See the answers again',
  },
};
