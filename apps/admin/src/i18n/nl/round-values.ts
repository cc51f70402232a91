/** Of rounds, wherever one is told of them. */
export const roundValues = {
  title: 'Rondes',
  locked: {
    title: 'Dit is al vastgesteld',
    text: 'De opgave van %{centre} over het %{period} is vastgesteld, en dit telt daarin mee. Wijzigen kan met een reden. Die staat in de geschiedenis en in de volgende editie van een rapport.',
    reason: 'Waarom wijzigt u dit?',
    action: 'Toch wijzigen',
  },
};
