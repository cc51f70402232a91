import { describe, expect, it } from 'vitest';
import { NETHERLANDS } from './nl';
import { guessOrganisationType, regionOf, spelledTown } from './places';

describe('where a Dutch address lies', () => {
  it.each([
    [{ postcode: '7511 AA' }, 'NL-OV'],
    [{ postcode: '1012', town: 'Enschede' }, 'NL-NH'],
    [{ town: 'enschede' }, 'NL-OV'],
    [{ town: "'s-Hertogenbosch" }, 'NL-NB'],
    [{ town: 'Den Haag' }, 'NL-ZH'],
    [{ town: 'suwald' }, 'NL-FR'],
    [{ town: 'Hengelo', postcode: '7255 XX' }, 'NL-GE'],
    // Hengelo lies in Overijssel and in Gelderland.
    [{ town: 'Hengelo' }, undefined],
    [{ town: 'Manchester' }, undefined],
    [{ postcode: 'M1 2AB', town: '' }, undefined],
    [{}, undefined],
  ])('%o: %s', async (address, region) => {
    expect(regionOf(await NETHERLANDS.places(), address)).toBe(region);
  });

  it('knows every region, and none that there is not', async () => {
    const { towns, named } = await NETHERLANDS.places();
    const regions = new Set(towns.map(({ region }) => region));
    expect([...regions].sort()).toEqual(NETHERLANDS.regions.map(({ code }) => code).sort());
    expect(towns.length).toBeGreaterThan(2000);
    expect(
      named('hengelo')
        .map(({ region }) => region)
        .sort(),
    ).toEqual(['NL-GE', 'NL-OV']);
  });
});

describe('how a town is written', () => {
  it.each([
    ['ENSCHEDE', 'NL-OV', 'Enschede'],
    ['sudwest-fryslan', 'NL-FR', 'sudwest-fryslan'],
    ['s-hertogenbosch', 'NL-NB', "'s-Hertogenbosch"],
    ['Den Bosch', 'NL-NB', "'s-Hertogenbosch"],
    ['den haag', 'NL-ZH', "'s-Gravenhage"],
    ['hengelo', 'NL-GE', 'Hengelo'],
    // Of another province than the list has: it is written so wherever it lies.
    ['zwolle', null, 'Zwolle'],
    ['Manchester', null, 'Manchester'],
  ])('%s in %s: %s', async (name, region, written) => {
    expect(spelledTown(await NETHERLANDS.places(), name, region)).toBe(written);
  });
});

describe('what an organisation probably is', () => {
  it.each([
    ['Gemeente Enschede', 'PUBLIC'],
    ['Provincie Overijssel', 'PUBLIC'],
    ['Waterschap Vechtstromen', 'PUBLIC'],
    ['Ministerie van Economische Zaken', 'PUBLIC'],
    ['Universiteit Twente', 'KNOWLEDGE'],
    ['TU Delft', 'KNOWLEDGE'],
    ['TNO', 'KNOWLEDGE'],
    ['Stichting TNO', 'KNOWLEDGE'],
    ['Hogeschool Utrecht', 'EDUCATION'],
    ['ROC van Twente', 'EDUCATION'],
    ['Stichting Hogeschool Saxion', 'EDUCATION'],
    ['Graafschap College', 'EDUCATION'],
    ['Stichting Oranje Fonds', 'OTHER'],
    ['Vereniging FME', 'OTHER'],
    ['Van Dijk Metaal B.V.', 'BUSINESS'],
    ['Siemens AG', 'BUSINESS'],
    ['Bakkerij Gemeente', undefined],
    ['Zonnewiel Techniek', undefined],
    ['Rocket Robotics', undefined],
    ['', undefined],
  ])('%s: %s', (name, type) => {
    expect(guessOrganisationType(NETHERLANDS, name)).toBe(type);
  });
});
