import { quotientText } from './exact';
import { countOf, type Reading } from './reading';
import type {
  ActivityRecord,
  AttendanceRecord,
  CentreRecord,
  CompanyRecord,
  ParticipationRecord,
} from './snapshot';
import {
  centreById,
  headOfGroup,
  holdsOn,
  isWithin,
  overlaps,
  profileOn,
  rootCompany,
  type View,
} from './view';

interface Taking {
  participation: ParticipationRecord;
  centre: CentreRecord;
  /** After merges. */
  company: CompanyRecord;
}

interface Attending {
  attendance: AttendanceRecord;
  activity: ActivityRecord;
  company: CompanyRecord;
}

function isCounted(view: View, company: CompanyRecord): boolean {
  return company.organisationType === 'BUSINESS' && view.lens.company(company, view.window.to);
}

/** The participations of any level, at any time, that are looked at. */
function takings(view: View): Taking[] {
  return view.register.participations
    .map((participation) => ({
      participation,
      centre: centreById(view.register, participation.centreId),
      company: rootCompany(view.register, participation.companyId),
    }))
    .filter(
      ({ participation, centre, company }) =>
        view.lens.participation(participation) && view.lens.centre(centre) && isCounted(view, company),
    );
}

function strongTakings(view: View): Taking[] {
  return takings(view).filter(
    ({ participation: { level } }) => level === 'PARTICIPANT' || level === 'PARTNER',
  );
}

function overlapping(view: View, list: readonly Taking[]): Taking[] {
  return list.filter(({ participation, centre }) => overlaps(participation, centre, view.window));
}

/** The attendances, at any time, that are looked at. */
function attendings(view: View): Attending[] {
  return view.register.attendances.flatMap((attendance) => {
    const activity = view.register.activities.find(({ id }) => id === attendance.activityId);
    if (!activity || !view.lens.centre(centreById(view.register, activity.centreId))) return [];
    const company = rootCompany(view.register, attendance.companyId);
    if (!isCounted(view, company) || !view.lens.attendancesOf(company, view.window)) return [];
    return [{ attendance, activity, company }];
  });
}

/** Who counts for a company: itself, or the head of its group on the last day. */
function counted({ register, window, countBy }: View, company: CompanyRecord): string {
  return countBy === 'group' ? headOfGroup(register, company, window.to).id : company.id;
}

function companyIds(view: View, list: readonly { company: CompanyRecord }[]): string[] {
  return list.map(({ company }) => counted(view, company));
}

function startsOf(list: readonly Taking[]): string[] {
  return list.map(({ participation }) => participation.startedOn);
}

function strongDates(view: View): string[] {
  return startsOf(strongTakings(view));
}

export const companyReadings = {
  companies_reached: {
    count: (view) =>
      countOf([
        ...companyIds(view, overlapping(view, takings(view))),
        ...companyIds(
          view,
          attendings(view).filter(({ activity }) => isWithin(activity.heldOn, view.window)),
        ),
      ]),
    dates: (view) => [...startsOf(takings(view)), ...attendings(view).map(({ activity }) => activity.heldOn)],
  },

  companies_participated: {
    count: (view) => countOf(companyIds(view, overlapping(view, strongTakings(view)))),
    dates: strongDates,
  },

  companies_participating: {
    count: (view) =>
      countOf(
        companyIds(
          view,
          strongTakings(view).filter(
            ({ participation, centre }) =>
              holdsOn(view.window.to, participation.startedOn, participation.endedOn) &&
              holdsOn(view.window.to, centre.startedOn, centre.endedOn),
          ),
        ),
      ),
    dates: strongDates,
  },

  companies_new: {
    count: (view) => {
      const first = new Map<string, string>();
      for (const { participation, company } of strongTakings(view)) {
        const id = counted(view, company);
        const known = first.get(id);
        if (known === undefined || participation.startedOn < known) first.set(id, participation.startedOn);
      }
      return countOf([...first].filter(([, day]) => isWithin(day, view.window)).map(([id]) => id));
    },
    dates: strongDates,
  },

  participations: {
    count: (view) =>
      countOf(
        overlapping(view, strongTakings(view)).map(({ company, centre }) => `${company.id}:${centre.id}`),
      ),
    dates: strongDates,
  },

  sme_share: {
    count: (view) => {
      const sizes = new Map(
        overlapping(view, strongTakings(view)).flatMap(({ company }) => {
          const size = profileOn(company, view.window.to)?.sizeClass ?? null;
          return size === null ? [] : [[company.id, size] as const];
        }),
      );
      const smes = [...sizes.values()].filter((size) => size !== 'LARGE');
      const share = sizes.size === 0 ? null : quotientText(BigInt(smes.length) * 100n, BigInt(sizes.size), 1);
      return { value: share, members: [...sizes.keys()] };
    },
    dates: strongDates,
  },
} satisfies Record<string, Reading>;
