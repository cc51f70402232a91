import type { NamedType } from './country-profile';

/**
 * What Dutch organisations are by what they are called; the first that fits counts. A foundation or association is
 * anything but a business as a rule, and what it is instead its name seldom says. What fits none is not called a
 * business for that: somebody is asked.
 */
export const DUTCH_ORGANISATION_NAMES: readonly NamedType[] = [
  {
    type: 'EDUCATION',
    pattern: /(^| )(roc|aoc|mbo|vmbo|hogeschool|hogescholen|university of applied sciences)( |$)/,
  },
  {
    type: 'EDUCATION',
    pattern:
      /(college|lyceum|gymnasium|scholengroep|scholengemeenschap|basisschool|vakschool|praktijkschool)( |$)/,
  },
  {
    type: 'EDUCATION',
    pattern: /(^| )(graafschap college|fontys|saxion|windesheim|avans|zuyd|inholland|hz|nhl stenden)( |$)/,
  },
  { type: 'KNOWLEDGE', pattern: /(^| )(universiteit|universitair|university|universitaet|umc)( |$)/ },
  { type: 'KNOWLEDGE', pattern: /(^| )(tu|technische universiteit) (delft|eindhoven|twente)( |$)/ },
  {
    type: 'KNOWLEDGE',
    pattern:
      /(^| )(tno|nlr|deltares|marin|wageningen research|imec|fraunhofer|knaw|nwo|amolf|nikhef|astron|ecn|differ)( |$)/,
  },
  {
    type: 'KNOWLEDGE',
    pattern: /(kennisinstituut|onderzoeksinstituut|research institute|lectoraat|kenniscentrum)/,
  },
  {
    type: 'PUBLIC',
    pattern:
      /^(de )?(gemeente|provincie|waterschap|hoogheemraadschap|ministerie|min|rijksdienst|veiligheidsregio)( |$)/,
  },
  {
    type: 'PUBLIC',
    pattern:
      /(^| )(rijkswaterstaat|belastingdienst|politie|defensie|rvo|uwv|ggd|omgevingsdienst|kamer van koophandel|kvk|metropoolregio)( |$)/,
  },
  { type: 'PUBLIC', pattern: /(^| )(municipality|province|ministry|water board|water authority)( of)?( |$)/ },
  {
    type: 'OTHER',
    pattern:
      /^(stichting|vereniging|cooperatieve vereniging|brancheorganisatie|branchevereniging|fnv|cnv|vno ncw|metaalunie|foundation|association)( |$)/,
  },
  {
    type: 'BUSINESS',
    pattern:
      /( |^)(bv|bv io|nv|vof|cv|gmbh|ag|ltd|limited|inc|llc|sarl|bvba|se|plc|kg|eenmanszaak|maatschap)$/,
  },
];
