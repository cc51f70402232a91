import { NETHERLANDS, findLegalForm, regionOf, sizeClassOf, type Places } from '@fieldlab/domain';
import type { RegisteredCompany } from '../registered-company.dto';
import type { KvkPlace, KvkProfile } from './kvk-answers';

type Part<K extends keyof RegisteredCompany> = Pick<RegisteredCompany, K>;

/** What a Basisprofiel says, in the words of our register. An address that is shielded is not taken. */
export function companyOf(profile: KvkProfile, places: Places, readAt: Date): RegisteredCompany {
  const { hoofdvestiging: main, eigenaar: owner } = profile._embedded ?? {};
  return {
    register: 'KVK',
    readAt: readAt.toISOString(),
    number: profile.kvkNummer,
    name: nameOf(profile),
    legalForm: legalFormOf(owner?.rechtsvorm),
    sbiCode: mainActivity([...(main?.sbiActiviteiten ?? []), ...(profile.sbiActiviteiten ?? [])]),
    ...sizeOf(profile.totaalWerkzamePersonen ?? main?.totaalWerkzamePersonen),
    ...whereabouts(visitingAddress(main) ?? visitingAddress(owner), places),
    website: [...(main?.websites ?? []), ...(owner?.websites ?? [])][0] ?? null,
    endedOn: dayOf(profile.materieleRegistratie?.datumEinde),
    isNonMailing: profile.indNonMailing,
  };
}

const nameOf = ({ statutaireNaam, naam, kvkNummer }: KvkProfile): string =>
  statutaireNaam ?? naam ?? kvkNummer;

const sizeOf = (employees: number | null = null): Part<'employees' | 'sizeClass'> => ({
  employees,
  sizeClass: employees === null ? null : sizeClassOf(employees),
});

function whereabouts(
  address: ReturnType<typeof visitingAddress>,
  places: Places,
): Part<'postcode' | 'municipality' | 'province'> {
  const { postcode = null, plaats: town = null } = address ?? {};
  const province = regionOf(places, { ...(postcode && { postcode }), ...(town && { town }) });
  return { postcode, municipality: town, province: province ?? null };
}

const visitingAddress = (place: KvkPlace | null | undefined) =>
  place?.adressen?.find(({ type, indAfgeschermd }) => type === 'bezoekadres' && !indAfgeschermd);

const mainActivity = (activities: NonNullable<KvkPlace['sbiActiviteiten']>): string | null =>
  (activities.find(({ indHoofdactiviteit }) => indHoofdactiviteit) ?? activities[0])?.sbiCode ?? null;

/** `BeslotenVennootschap` is our BV; a form that we do not know is none. */
const legalFormOf = (written: string | null | undefined): string | null =>
  findLegalForm(NETHERLANDS, (written ?? '').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))?.code ?? null;

/** `20211231` is the day 2021-12-31. */
const dayOf = (digits: string | null | undefined): string | null =>
  digits ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : null;
