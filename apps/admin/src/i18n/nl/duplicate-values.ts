/** Of companies that may be one, and those that turned out to be, wherever one leads to them. */
export const duplicateValues = {
  title: 'Dubbelen',
  review: 'Nu beslissen',
  attention: '%{smart_count} mogelijke dubbel |||| %{smart_count} mogelijke dubbelen',
  wasDeleted: '%{company} had dit nummer en is verwijderd.',
  bringBack: 'Zet terug',
};
