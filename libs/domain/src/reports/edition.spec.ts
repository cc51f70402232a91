import { describe, expect, it } from 'vitest';
import { changedCell, type EditionDocument } from './edition';

const edition: Pick<EditionDocument, 'figures' | 'by'> = {
  by: ['centre', 'province'],
  figures: [
    {
      ...{ indicator: 'jobs', definitionVersion: 1, unit: 'FTE', value: 3 },
      breakdowns: { centre: [{ key: 'FL-01', label: 'Robotlab', value: 3 }] },
    },
  ],
};
const changed = (where: object) =>
  changedCell({ indicator: 'jobs', from: 1, to: 3, reasons: [], ...where }, edition, 'nl');

describe(changedCell.name, () => {
  it.each([
    ['the figure as a whole', {}, undefined],
    ['a centre by the name it had in the edition', { by: 'centre', key: 'FL-01' }, 'Robotlab'],
    ['a province by its name', { by: 'province', key: 'NL-ZH' }, 'Zuid-Holland'],
    ['a cell that the edition does not have any more', { by: 'centre', key: 'FL-99' }, 'FL-99'],
  ])('names %s', (_, where, name) => {
    expect(changed(where)).toBe(name);
  });
});
