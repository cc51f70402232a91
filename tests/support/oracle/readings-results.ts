import type { OutcomeKind } from '@fieldlab/domain';
import { hundredths, sum } from './exact';
import { countOf, type Reading } from './reading';
import type { OutcomeRecord, SpinOffRecord } from './snapshot';
import { centreById, holdsOn, isWithin, rootCompany, type View } from './view';

/** What belongs to several centres is looked at when any one of them is. */
function anyCentre(view: View, centreIds: readonly string[]): boolean {
  return centreIds.some((id) => view.lens.centre(centreById(view.register, id)));
}

function trainings(view: View) {
  return view.register.attendances.flatMap(({ id, activityId, people }) => {
    const activity = view.register.activities.find((one) => one.id === activityId);
    if (activity?.kind !== 'TRAINING') return [];
    if (!view.lens.centre(centreById(view.register, activity.centreId))) return [];
    return [{ id, people, heldOn: activity.heldOn }];
  });
}

function spinOffs(view: View): SpinOffRecord[] {
  return view.register.spinOffs.filter(
    ({ centreIds, claimLevel }) => anyCentre(view, centreIds) && view.lens.claimLevel(claimLevel),
  );
}

function foundings(view: View): string[] {
  return spinOffs(view).map(({ foundedOn }) => foundedOn);
}

function outcomes(view: View, kind: OutcomeKind): OutcomeRecord[] {
  return view.register.outcomes.filter(
    (outcome) =>
      outcome.kind === kind && anyCentre(view, outcome.centreIds) && view.lens.claimLevel(outcome.claimLevel),
  );
}

function quantityOf(kind: OutcomeKind): Reading {
  return {
    count: (view) => {
      const counted = outcomes(view, kind).filter(({ achievedOn }) => isWithin(achievedOn, view.window));
      const total = sum(counted.map(({ quantity }) => hundredths(quantity)));
      return { value: Number(total) / 100, members: counted.map(({ id }) => id) };
    },
    dates: (view) => outcomes(view, kind).map(({ achievedOn }) => achievedOn),
  };
}

function productionStarts(view: View) {
  return outcomes(view, 'PRODUCTION_START')
    .map(({ companyId, achievedOn }) => ({ company: rootCompany(view.register, companyId), achievedOn }))
    .filter(
      ({ company }) => company.organisationType === 'BUSINESS' && view.lens.company(company, view.window.to),
    );
}

export const resultReadings = {
  people_trained: {
    count: (view) => {
      const counted = trainings(view).filter(({ heldOn }) => isWithin(heldOn, view.window));
      return {
        value: counted.reduce((total, { people }) => total + people, 0),
        members: counted.map(({ id }) => id),
      };
    },
    dates: (view) => trainings(view).map(({ heldOn }) => heldOn),
  },

  spin_offs: {
    count: (view) =>
      countOf(
        spinOffs(view)
          .filter(({ foundedOn }) => isWithin(foundedOn, view.window))
          .map(({ id }) => id),
      ),
    dates: foundings,
  },

  spin_offs_active: {
    count: (view) =>
      countOf(
        spinOffs(view)
          .filter(({ foundedOn, dissolvedOn }) => holdsOn(view.window.to, foundedOn, dissolvedOn))
          .map(({ id }) => id),
      ),
    dates: foundings,
  },

  new_products: quantityOf('NEW_PRODUCT'),
  new_services: quantityOf('NEW_SERVICE'),
  jobs: quantityOf('JOBS'),

  production_starts: {
    count: (view) =>
      countOf(
        productionStarts(view)
          .filter(({ achievedOn }) => isWithin(achievedOn, view.window))
          .map(({ company }) => company.id),
      ),
    dates: (view) => productionStarts(view).map(({ achievedOn }) => achievedOn),
  },
} satisfies Record<string, Reading>;
