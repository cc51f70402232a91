import { describe, expect, it } from 'vitest';
import { NETHERLANDS } from '../countries/nl';
import type { Breakdown } from '../figures';
import { cellLabel } from './cell-label';

describe(cellLabel.name, () => {
  it.each<[Breakdown, string, string, string]>([
    ['kind', 'HUB', 'Hub', 'Hub'],
    ['year', '2021', '2021', '2021'],
    ['quarter', '2021-Q1', '1e kwartaal 2021', 'Q1 2021'],
    ['technology', '5G', '5G', '5G'],
    ['province', 'NL-NB', 'Noord-Brabant', 'North Brabant'],
    ['province', 'DE-NW', 'DE-NW', 'DE-NW'],
    ['sizeClass', 'MEDIUM', 'Middelgroot', 'Medium'],
    ['level', 'PARTICIPANT', 'Deelnemer', 'Participant'],
    ['source', 'NATIONAL', 'Rijk', 'National government'],
    ['form', 'IN_KIND', 'In natura', 'In kind'],
    ['funder', 'EFRO', 'EFRO', 'EFRO'],
    ['claimLevel', 'EVIDENCED', 'Met bewijs', 'Evidenced'],
    ['hub', 'unknown', 'Onbekend', 'Unknown'],
  ])('labels %s %s', (by, key, nl, en) => {
    expect(cellLabel(by, key, 'nl', NETHERLANDS)).toBe(nl);
    expect(cellLabel(by, key, 'en', NETHERLANDS)).toBe(en);
  });

  it('leaves names of centres, hubs and sectors to who knows them', () => {
    expect(cellLabel('sector', 'C', 'nl', NETHERLANDS)).toBeUndefined();
    expect(cellLabel('centre', 'FL-01', 'nl', NETHERLANDS)).toBeUndefined();
    expect(cellLabel('hub', 'HUB-NOORD', 'nl', NETHERLANDS)).toBeUndefined();
  });
});
