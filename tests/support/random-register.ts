import {
  ACTIVITY_KINDS,
  CLAIM_LEVELS,
  INVESTMENT_FORMS,
  INVESTMENT_SOURCES,
  INVESTMENT_STATUSES,
  ORGANISATION_TYPES,
  OUTCOME_KINDS,
  PARTICIPATION_LEVELS,
  SIZE_CLASSES,
} from '@fieldlab/domain';
import type {
  ActivityRecord,
  AttendanceRecord,
  CentreRecord,
  CompanyRecord,
  InvestmentRecord,
  OutcomeRecord,
  ParticipationRecord,
  ProfileRecord,
  RegisterSnapshot,
  SpinOffRecord,
} from './oracle/snapshot';
import { Random } from './random';
import { RandomDays } from './random-days';

/**
 * Small nasty registers: everything that makes a figure differ from another happens often, and on the same few days.
 * They keep the rules of the database (docs/domain.md, section 3), so that each can be loaded as it is, companies unmerged
 * first. The same seed gives the same register, ids included; ids of different seeds differ.
 */
export function randomRegister(seed: number): RegisterSnapshot {
  return new RegisterMaker(seed).make();
}

const PROVINCES = ['NL-DR', 'NL-GR', 'NL-NB'];
/** Of some the same, written otherwise. */
const MUNICIPALITIES = ['Emmen', 'EMMEN', 'Den Haag', "'s-Gravenhage", 'Bergen', 'Nergens'];
const TECHNOLOGIES = ['5G', 'Digital twin', 'Photonics', 'Smart welding'];
/** Where the versions differ and where they do not, division 45 that only one of them has, and what is no division. */
const SBI_CODES = ['2562', '45', '4511', '58', '6201', '62', '64', '7112', '99', '3', '002562', '0111'];
const FUNDERS = ['EFRO', 'EZK', 'Provincie Drenthe'];
const AMOUNTS = ['0.01', '0.05', '1.00', '33.33', '66.67', '100.00', '2500.50', '999999.99', '370000000.00'];

class RegisterMaker {
  private readonly random: Random;
  private readonly days: RandomDays;
  private lastId = 0;

  constructor(private readonly seed: number) {
    this.random = new Random(seed);
    this.days = new RandomDays(this.random);
  }

  make(): RegisterSnapshot {
    const { random, days } = this;
    const hubs = random.times(0, 3, (index) => this.hub(index));
    const centres = [...hubs, ...random.times(1, 6, (index) => this.fieldlab(index, hubs))];
    const companies = this.companies();
    const activities = random.times(0, 8, () => this.activity(centres));
    const sources = random.chance(0.2)
      ? (['COMPANIES', 'KNOWLEDGE_INSTITUTES'] as const)
      : INVESTMENT_SOURCES;
    return {
      programme: random.chance(0.8) ? { startedOn: days.any() } : null,
      centres,
      companies,
      participations: companies.flatMap((company) =>
        random.some(centres, 0.35).flatMap((centre) => this.participations(company, centre)),
      ),
      activities,
      attendances: activities.flatMap((activity) =>
        random.some(companies, 0.3).map((company) => this.attendance(activity, company)),
      ),
      investments: random.times(0, 14, () => this.investment(centres, companies, sources)),
      spinOffs: random.times(0, 6, (index) => this.spinOff(index, centres)),
      outcomes: random.times(0, 12, () => this.outcome(centres, companies)),
    };
  }

  /** In the shape of a UUID version 7, so that a register can be loaded with its ids. */
  private id(): string {
    this.lastId += 1;
    const seed = (this.seed >>> 0).toString(16).padStart(8, '0');
    return `${seed}-0000-7000-8000-${this.lastId.toString(16).padStart(12, '0')}`;
  }

  private maybe<T>(probability: number, make: () => T): T | null {
    return this.random.chance(probability) ? make() : null;
  }

  private hub(index: number): CentreRecord {
    return { ...this.centre(), code: `HUB-${index + 1}`, kind: 'HUB', name: `Hub ${index + 1}` };
  }

  private fieldlab(index: number, hubs: readonly CentreRecord[]): CentreRecord {
    const hubId = hubs.length === 0 ? null : this.maybe(0.7, () => this.random.pick(hubs).id);
    return {
      ...this.centre(),
      code: `FL-${index + 1}`,
      kind: 'FIELDLAB',
      name: `Fieldlab ${index + 1}`,
      hubId,
    };
  }

  private centre() {
    const startedOn = this.maybe(0.85, () => this.days.any());
    return {
      id: this.id(),
      hubId: null,
      province: this.maybe(0.8, () => this.random.pick(PROVINCES)),
      municipality: this.maybe(0.8, () => this.random.pick(MUNICIPALITIES)),
      technologies: this.random.some(TECHNOLOGIES, 0.35),
      startedOn,
      endedOn: startedOn === null ? null : this.maybe(0.4, () => this.days.after(startedOn)),
    };
  }

  private companies(): CompanyRecord[] {
    const companies: CompanyRecord[] = this.random.times(2, 12, (index) => ({
      id: this.id(),
      name: `Bedrijf ${index + 1} B.V.`,
      organisationType: this.random.chance(0.75) ? 'BUSINESS' : this.random.pick(ORGANISATION_TYPES),
      mergedIntoId: null,
      profiles: this.profiles(),
    }));
    if (this.random.chance(0.6)) this.nameParents(companies);
    // Into an earlier one, so that merges chain and never cycle.
    return companies.map((company, index) => ({
      ...company,
      mergedIntoId:
        index === 0 ? null : this.maybe(0.3, () => this.random.pick(companies.slice(0, index)).id),
    }));
  }

  /** Earlier ones, so that groups chain and never cycle, whatever is merged into an earlier one. */
  private nameParents(companies: readonly CompanyRecord[]): void {
    for (const [index, { profiles }] of companies.entries())
      for (const profile of profiles)
        profile.groupId =
          index === 0 ? null : this.maybe(0.5, () => this.random.pick(companies.slice(0, index)).id);
  }

  /** None, one that holds always, or several that follow one another, sometimes with a gap. */
  private profiles(): ProfileRecord[] {
    if (this.random.chance(0.1)) return [];
    const profiles: ProfileRecord[] = [];
    let from = this.maybe(0.3, () => this.days.any());
    while (profiles.length < 3) {
      const to = this.maybe(0.5, () => (from === null ? this.days.any() : this.days.after(from)));
      profiles.push({
        from,
        to,
        sizeClass: this.maybe(0.75, () => this.random.pick(SIZE_CLASSES)),
        province: this.maybe(0.75, () => this.random.pick(PROVINCES)),
        municipality: this.maybe(0.75, () => this.random.pick(MUNICIPALITIES)),
        sbiCode: this.maybe(0.8, () => this.random.pick(SBI_CODES)),
        sbiVersion: this.maybe(0.7, () => this.random.pick(['SBI2008', 'SBI2025'])),
        groupId: null,
      });
      if (to === null) break;
      from = this.random.chance(0.7) ? to : this.days.after(to);
    }
    return profiles;
  }

  /** One company in one centre: often a step to another level on the same day, sometimes a pause. */
  private participations(company: CompanyRecord, centre: CentreRecord): ParticipationRecord[] {
    if (centre.startedOn === null) return [];
    const steps: ParticipationRecord[] = [];
    let startedOn = this.days.within(centre.startedOn, centre.endedOn);
    while (steps.length < 3 && (centre.endedOn === null || startedOn < centre.endedOn)) {
      const endedOn = this.maybe(0.6, () => this.days.after(startedOn));
      steps.push({
        id: this.id(),
        companyId: company.id,
        centreId: centre.id,
        level: this.random.pick(PARTICIPATION_LEVELS),
        startedOn,
        endedOn,
      });
      if (endedOn === null) break;
      startedOn = this.random.chance(0.7) ? endedOn : this.days.after(endedOn);
    }
    return steps;
  }

  private activity(centres: readonly CentreRecord[]): ActivityRecord {
    return {
      id: this.id(),
      centreId: this.random.pick(centres).id,
      kind: this.random.chance(0.5) ? 'TRAINING' : this.random.pick(ACTIVITY_KINDS),
      heldOn: this.days.any(),
    };
  }

  private attendance(activity: ActivityRecord, company: CompanyRecord): AttendanceRecord {
    return { id: this.id(), activityId: activity.id, companyId: company.id, people: this.random.int(1, 12) };
  }

  private investment(
    centres: readonly CentreRecord[],
    companies: readonly CompanyRecord[],
    sources: readonly InvestmentRecord['source'][],
  ): InvestmentRecord {
    return {
      id: this.id(),
      centreId: this.random.pick(centres).id,
      source: this.random.pick(sources),
      status: this.random.chance(0.7) ? 'REALISED' : this.random.pick(INVESTMENT_STATUSES),
      form: this.random.pick(INVESTMENT_FORMS),
      funder: this.maybe(0.6, () => this.random.pick(FUNDERS)),
      amountEur: this.random.pick(AMOUNTS),
      datedOn: this.days.any(),
      companyId: this.maybe(0.5, () => this.random.pick(companies).id),
    };
  }

  private spinOff(index: number, centres: readonly CentreRecord[]): SpinOffRecord {
    const foundedOn = this.days.any();
    return {
      id: this.id(),
      name: `Spin-off ${index + 1}`,
      centreIds: this.centreIds(centres),
      foundedOn,
      dissolvedOn: this.maybe(0.4, () => this.days.after(foundedOn)),
      claimLevel: this.random.pick(CLAIM_LEVELS),
    };
  }

  private outcome(centres: readonly CentreRecord[], companies: readonly CompanyRecord[]): OutcomeRecord {
    const kind = this.random.pick(OUTCOME_KINDS);
    return {
      id: this.id(),
      kind,
      companyId: this.random.pick(companies).id,
      centreIds: this.centreIds(centres),
      achievedOn: this.days.any(),
      quantity:
        kind === 'JOBS'
          ? this.random.pick(['0.10', '0.20', '0.33', '1', '12.75'])
          : String(this.random.int(1, 4)),
      claimLevel: this.random.pick(CLAIM_LEVELS),
    };
  }

  /** One or more, each once. */
  private centreIds(centres: readonly CentreRecord[]): string[] {
    const first = this.random.pick(centres);
    const others = centres.filter((centre) => centre !== first);
    return [first, ...this.random.some(others, 0.25)].map(({ id }) => id);
  }
}
