/** What people say to each other about a record. */
export const comments = {
  title: 'Reacties',
  none: 'Nog geen reactie.',
  label: 'Uw reactie',
  help: 'Met @naam noemt u iemand die dit ook mag zien; die krijgt een melding. Noteer niet meer over personen dan nodig.',
  send: 'Plaatsen',
  sent: 'Uw reactie staat er.',
  people: 'Wie noemt u?',
  edit: 'Wijzigen',
  editOf: 'Reactie van %{date} wijzigen',
  save: 'Opslaan',
  saved: 'Uw reactie is gewijzigd.',
  cancel: 'Annuleren',
  withdraw: 'Intrekken',
  withdrawOf: 'Reactie van %{name} van %{date} intrekken',
  withdrawTitle: 'Deze reactie intrekken?',
  withdrawText:
    'De tekst verdwijnt voor iedereen en komt niet terug. Dat er een reactie stond, blijft te zien.',
  withdrawn: 'De reactie is ingetrokken.',
  wasWithdrawn: 'Ingetrokken door %{name}.',
  edited: 'gewijzigd',
  earlier: 'Eerdere reacties tonen',
};
