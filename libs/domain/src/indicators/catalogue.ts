import { centres_active } from './centres_active';
import { companies_new } from './companies_new';
import { companies_participated } from './companies_participated';
import { companies_participating } from './companies_participating';
import { companies_reached } from './companies_reached';
import { fieldlabs_active } from './fieldlabs_active';
import { fieldlabs_started } from './fieldlabs_started';
import { hubs_active } from './hubs_active';
import { investment_committed } from './investment_committed';
import { investment_private } from './investment_private';
import { investment_public } from './investment_public';
import { investment_realised } from './investment_realised';
import { jobs } from './jobs';
import { leverage } from './leverage';
import { new_products } from './new_products';
import { new_services } from './new_services';
import { participations } from './participations';
import { people_trained } from './people_trained';
import { production_starts } from './production_starts';
import { sme_share } from './sme_share';
import { spin_offs } from './spin_offs';
import { spin_offs_active } from './spin_offs_active';
import type { IndicatorDefinition } from './definition';

const DEFINITIONS = [
  fieldlabs_active,
  hubs_active,
  centres_active,
  fieldlabs_started,
  companies_reached,
  companies_participated,
  companies_participating,
  companies_new,
  participations,
  sme_share,
  people_trained,
  spin_offs,
  spin_offs_active,
  new_products,
  new_services,
  jobs,
  production_starts,
  investment_realised,
  investment_committed,
  investment_private,
  investment_public,
  leverage,
] as const;

export type IndicatorCode = (typeof DEFINITIONS)[number]['code'];

/** A definition whose code is one of the catalogue's, so that what is keyed by code can be exhaustive. */
export type Indicator = IndicatorDefinition & { code: IndicatorCode };

/** Every published definition, old versions beside new ones, in the order in which people read them. */
export const INDICATORS: readonly Indicator[] = DEFINITIONS;

/** The highest version of each code, in the order of the list. */
export function currentOf<T extends IndicatorDefinition>(definitions: readonly T[]): readonly T[] {
  return definitions.filter((one) =>
    definitions.every((other) => other.code !== one.code || other.version <= one.version),
  );
}

/** `jobs` finds the current version, `jobs@1` that one; anything else, `jobs@01` included, finds nothing. */
export function findIndicatorIn<T extends IndicatorDefinition>(
  definitions: readonly T[],
  reference: string,
): T | undefined {
  const parts = /^([a-z_]+)(?:@([1-9][0-9]*))?$/.exec(reference);
  if (!parts) return undefined;
  const [, code, version] = parts;
  const candidates = version === undefined ? currentOf(definitions) : definitions;
  return candidates.find(
    (one) => one.code === code && (version === undefined || one.version === Number(version)),
  );
}

export const currentIndicators: readonly Indicator[] = currentOf(INDICATORS);

export function findIndicator(reference: string): Indicator | undefined {
  return findIndicatorIn(INDICATORS, reference);
}

/** `jobs@1`, the way in which an edition pins a definition. */
export function indicatorReference({ code, version }: IndicatorDefinition): string {
  return `${code}@${version}`;
}
