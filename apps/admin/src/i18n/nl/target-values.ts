/** Of targets, wherever what was done to them is told. */
export const targetValues = {
  programme: 'Het hele programma',
};
