import { NETHERLANDS, type Places } from '@fieldlab/domain';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FormOf } from '../../../../tests/support/form-of';
import { READINGS, rendered, wordIn } from '../../../../tests/support/rendered';
import { ProvinceInput, TextInput } from '../ui/inputs/fields';
import { OrganisationTypeInput, TownInput } from './AddressInputs';

/** The country's towns, which come when they are called. */
async function listComingLater(): Promise<{ promise: Promise<Places>; come: () => void }> {
  const places = await NETHERLANDS.places();
  let come = (): void => undefined;
  const promise = new Promise<Places>((resolve) => {
    come = () => resolve(places);
  });
  return { promise, come };
}

describe.each(READINGS)('of a company, in $language', (reading) => {
  const word = wordIn(reading);

  const companyForm = async (record: object = {}) => {
    const onSave = vi.fn();
    const form = (
      <FormOf resource="companies" record={record} onSave={onSave}>
        <TextInput source="name" />
        <OrganisationTypeInput />
        <TownInput />
        <ProvinceInput source="province" />
      </FormOf>
    );
    const { page } = await rendered(form, reading);
    const saved = async (): Promise<unknown> => {
      onSave.mockClear();
      await page.getByRole('button', { name: word(['Opslaan', 'Save']), exact: true }).click();
      await vi.waitFor(() => expect(onSave).toHaveBeenCalled());
      return (onSave.mock.lastCall as [unknown])[0];
    };
    return {
      ...{ page, saved },
      name: page.getByRole('textbox', { name: word(['Naam', 'Name']) }),
      town: page.getByRole('combobox', { name: word(['Plaats', 'Town']) }),
      province: page.getByRole('combobox', { name: word(['Provincie', 'Province']) }),
      type: page.getByRole('combobox', { name: word(['Soort organisatie', 'Kind of organisation']) }),
    };
  };
  const COMPANY = { name: 'Van Dijk', organisationType: 'BUSINESS' };

  it('the town brings its province along, however it is written', async () => {
    const { town, province, saved } = await companyForm(COMPANY);
    await town.fill('ENSCHEDE');
    await expect.element(province).toHaveTextContent('Overijssel');
    expect(await saved()).toMatchObject({ municipality: 'ENSCHEDE', province: 'NL-OV' });
  });

  it('the town brings its province along where the list of towns comes after it was typed', async () => {
    const { promise, come } = await listComingLater();
    const places = vi.spyOn(NETHERLANDS, 'places').mockReturnValueOnce(promise);
    const { town, province, saved } = await companyForm(COMPANY);
    await town.fill('Enschede');
    come();
    await expect.element(province).toHaveTextContent('Overijssel');
    expect(await saved()).toMatchObject({ municipality: 'Enschede', province: 'NL-OV' });
    places.mockRestore();
  });

  it('a town is told apart from its namesake by the province, which none brings until it is chosen', async () => {
    const { page, town, province, saved } = await companyForm({ ...COMPANY, province: 'NL-ZE' });
    await town.fill('hengelo');
    const options = page.getByRole('option');
    await expect.element(options.nth(1)).toBeVisible();
    expect(options.elements().map((option) => option.textContent)).toEqual([
      'Hengelo · Gelderland',
      'Hengelo · Overijssel',
    ]);
    await expect.element(province).toHaveTextContent(word(['Zeeland', 'Zeeland']));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect.element(province).toHaveTextContent('Overijssel');
    expect(await saved()).toMatchObject({ municipality: 'Hengelo', province: 'NL-OV' });
  });

  it('a town abroad is kept as it was typed', async () => {
    const { page, town, saved } = await companyForm(COMPANY);
    await town.fill('Aachen');
    expect(page.getByRole('option').elements()).toEqual([]);
    await userEvent.tab();
    expect(await saved()).toMatchObject({ municipality: 'Aachen' });
  });

  it('the kind of organisation follows the name until somebody chooses one', async () => {
    const { page, name, type, saved } = await companyForm();
    await name.fill('Van Dijk Metaal B.V.');
    await expect.element(type).toHaveTextContent(word(['Bedrijf', 'Business']));
    await name.fill('Universiteit Twente');
    await expect.element(type).toHaveTextContent(word(['Kennisinstelling', 'Knowledge institute']));
    await type.click();
    await page.getByRole('option', { name: word(['Overig', 'Other']) }).click();
    await name.fill('Gemeente Enschede');
    expect(await saved()).toMatchObject({ name: 'Gemeente Enschede', organisationType: 'OTHER' });
  });
});
