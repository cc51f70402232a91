/** What an import says of the rows before they are written. */
export const importing = {
  newTitle: 'Nieuw: %{count}',
  filledTitle: 'Aangevuld: %{count}',
  filledHelp: 'Wat leeg was, wordt ingevuld; wat er staat, blijft staan.',
  record: 'Wat',
  fills: 'Wordt ingevuld',
  shownOf: 'De eerste %{shown} van %{found} rijen.',
  unreadTitle: 'Niet gelezen: %{count}',
  unreadHelp: 'Dit komt niet in het register, en waarom. Wat het minst voorkomt, staat bovenaan.',
  remarksTitle: 'Opmerkingen: %{count}',
  remarksHelp:
    'Deze opmerkingen houden de import niet tegen. Kijk of u het zo bedoelt; wat het minst voorkomt, staat bovenaan.',
  where: 'Waar en wat',
  nothingToDo: 'Er valt niets te importeren: het register verandert hierdoor niet.',
};
