/** Of imports, wherever one leads to them. */
export const importValues = {
  title: 'Importeren',
  row: 'Rij',
  undone: 'De import is teruggedraaid.',
};
