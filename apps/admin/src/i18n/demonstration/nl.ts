/** What administrators read about the accounts of the demonstration. */
export const nl = {
  told: (count: number) =>
    count === 1
      ? 'Er is nog 1 account uit de demonstratie.'
      : `Er zijn nog ${count} accounts uit de demonstratie.`,
  end: 'Demonstratieaccounts beëindigen',
  endTitle: 'Alle demonstratieaccounts beëindigen?',
  endText: (names: string) =>
    `${names} worden overal afgemeld en kunnen er niet meer in. Wat zij vastlegden, blijft staan. Dit kan niet ongedaan worden gemaakt.`,
  ended: 'De demonstratieaccounts zijn beëindigd.',
};
