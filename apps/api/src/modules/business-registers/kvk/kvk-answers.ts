import { NETHERLANDS } from '@fieldlab/domain';
import { z } from 'zod';

/** What we read of the Handelsregister's answers (Zoeken v2, Basisprofiel v1); the rest is let go. */

const text = (most: number) =>
  z
    .string()
    .max(most)
    .nullish()
    .transform((value) =>
      value === null || value === undefined || value.trim() === '' ? null : value.trim(),
    );
/** Written as yes and no in Dutch. */
const yes = z
  .string()
  .nullish()
  .transform((value) => value === 'Ja');
const number = z.string().regex(NETHERLANDS.companyNumber.pattern);

export const foundSchema = z.object({
  resultaten: z
    .array(
      z.object({
        kvkNummer: number,
        naam: text(1000),
        adres: z.object({ binnenlandsAdres: z.object({ plaats: text(200) }).nullish() }).nullish(),
      }),
    )
    .max(100)
    .default([]),
});

const activitiesSchema = z
  .array(z.object({ sbiCode: z.string().regex(/^[0-9]{1,6}$/), indHoofdactiviteit: yes }))
  .max(1000)
  .nullish();

const addressSchema = z.object({
  type: text(100),
  indAfgeschermd: yes,
  postcode: text(20),
  plaats: text(200),
});

const placeSchema = z.object({
  totaalWerkzamePersonen: z.int().min(0).max(10_000_000).nullish(),
  adressen: z.array(addressSchema).max(100).nullish(),
  websites: z.array(z.string().max(2000)).max(100).nullish(),
  sbiActiviteiten: activitiesSchema,
});
export type KvkPlace = z.output<typeof placeSchema>;

export const profileSchema = z.object({
  kvkNummer: number,
  indNonMailing: yes,
  naam: text(1000),
  statutaireNaam: text(1000),
  totaalWerkzamePersonen: z.int().min(0).max(10_000_000).nullish(),
  materieleRegistratie: z
    .object({
      datumEinde: z
        .string()
        .regex(/^[0-9]{8}$/)
        .nullish(),
    })
    .nullish(),
  sbiActiviteiten: activitiesSchema,
  _embedded: z
    .object({
      hoofdvestiging: placeSchema.nullish(),
      eigenaar: placeSchema.extend({ rechtsvorm: text(200) }).nullish(),
    })
    .nullish(),
});
export type KvkProfile = z.output<typeof profileSchema>;
