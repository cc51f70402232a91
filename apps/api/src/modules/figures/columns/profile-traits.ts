import {
  NETHERLANDS,
  schemeOfUnversioned,
  sectionOf,
  type CompanyBreakdown,
  type SectorScheme,
} from '@fieldlab/domain';
import type { ProfileTraits } from './versions-sql';

type ReadTrait = (traits: ProfileTraits) => string | null;

/** How each breakdown that is read off companies is read off a profile; null where it is not known. */
const READ: Record<CompanyBreakdown, (scheme: SectorScheme | undefined) => ReadTrait> = {
  province: () => (traits) => traits.province,
  sizeClass: () => (traits) => traits.sizeClass,
  sector: sectionsIn,
};

/** @throws Error for sectors, when nobody said in which version of the sector code */
export const traitOf = (by: CompanyBreakdown, scheme: SectorScheme | undefined): ReadTrait =>
  READ[by](scheme);

/** The version of a profile's sector code; null of a profile without one. */
export const sectorVersionOf = ({ sbiCode, sbiVersion }: ProfileTraits): string | null =>
  sbiCode === null ? null : (sbiVersion ?? schemeOfUnversioned(NETHERLANDS).code);

/** The section of a profile's code in this version; null of a code of another, or of none. */
function sectionsIn(scheme: SectorScheme | undefined): ReadTrait {
  if (!scheme) throw new Error('Nobody said which version of the sector code');
  return (traits) => {
    const { sbiCode } = traits;
    if (sbiCode === null || sectorVersionOf(traits) !== scheme.code) return null;
    return sectionOf(scheme, sbiCode)?.code ?? null;
  };
}
