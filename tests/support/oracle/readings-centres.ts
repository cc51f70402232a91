import type { CentreKind } from '@fieldlab/domain';
import { countOf, type Reading } from './reading';
import type { CentreRecord } from './snapshot';
import { holdsOn, isWithin, type View } from './view';

function centresOf(view: View, kinds: readonly CentreKind[]): CentreRecord[] {
  return view.register.centres.filter((centre) => kinds.includes(centre.kind) && view.lens.centre(centre));
}

function startsOf(view: View, kinds: readonly CentreKind[]): string[] {
  return centresOf(view, kinds).flatMap(({ startedOn }) => startedOn ?? []);
}

function active(kinds: readonly CentreKind[]): Reading {
  return {
    count: (view) =>
      countOf(
        centresOf(view, kinds)
          .filter(({ startedOn, endedOn }) => holdsOn(view.window.to, startedOn, endedOn))
          .map(({ id }) => id),
      ),
    dates: (view) => startsOf(view, kinds),
  };
}

export const centreReadings = {
  fieldlabs_active: active(['FIELDLAB']),
  hubs_active: active(['HUB']),
  centres_active: active(['FIELDLAB', 'HUB']),
  fieldlabs_started: {
    count: (view) =>
      countOf(
        centresOf(view, ['FIELDLAB'])
          .filter(({ startedOn }) => startedOn !== null && isWithin(startedOn, view.window))
          .map(({ id }) => id),
      ),
    dates: (view) => startsOf(view, ['FIELDLAB']),
  },
} satisfies Record<string, Reading>;
