/** Of rounds, wherever one is told of them. */
export const roundValues = {
  title: 'Rounds',
  locked: {
    title: 'This was accepted already',
    text: 'What %{centre} submitted for %{period} was accepted, and this counts in it. It can change with a reason, which stands in the history and in the next edition of a report.',
    reason: 'Why do you change this?',
    action: 'Change it all the same',
  },
};
