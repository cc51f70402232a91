/** Opzoeken in het handelsregister. */
export const lookup = {
  open: 'Opzoeken in het handelsregister',
  title: 'Opzoeken in het handelsregister (KvK)',
  question: 'Naam of KvK-nummer',
  ask: 'Zoeken',
  found: 'Gevonden in het handelsregister',
  none: 'Het handelsregister kent zo geen bedrijf. Controleer het nummer, of zoek op een deel van de naam.',
  filled: 'Ingevuld uit het handelsregister van %{time}: %{fields}. Controleer het en sla het op.',
  nothingNew: 'Het handelsregister van %{time} zegt niets anders dan wat hier staat.',
  ended: 'Volgens het handelsregister bestaat dit bedrijf sinds %{date} niet meer.',
  nonMailing: 'Dit bedrijf wil geen reclame per post of aan de deur.',
  reason: 'Uit het handelsregister (KvK), gelezen op %{time}',
};
