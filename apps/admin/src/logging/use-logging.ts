import { isCalendarDate } from '@fieldlab/domain';
import { useGetList, usePermissions, useRefresh } from 'react-admin';
import { useEffect, useState } from 'react';
import { useT, type Translate } from '../i18n/use-t';
import type { Permissions } from '../providers/auth-provider';
import { refusalOf, request } from '../providers/http';
import { filledIn } from '../providers/list-query';
import type { Centre, Company, Participation, Versioned } from '../providers/records';
import { stepTo, undoStep } from '../providers/steps';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import type { LogPreset } from '../ui/log-sheet';
import { useErrorText } from '../ui/use-error-text';
import { drop, emptyDraft, guessedType, isBegun, keep, keptDraft, nextDraft, type Draft } from './draft';

type Faults = Partial<
  Record<'company' | 'organisationType' | 'centre' | 'level' | 'startedOn' | 'lastDay', string>
>;

export interface Logging {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  faults: Faults;
  failure: string;
  /** The participation that lies in the way, which may go on at the level that was chosen. */
  inTheWay: string | undefined;
  isBusy: boolean;
  wasKept: boolean;
  restart: () => void;
  save: (andNext: boolean) => Promise<void>;
  /** Instead of a participation beside the one in the way: that one, at another level from the chosen day on. */
  step: (id: string) => Promise<void>;
  /** Changes when the form is ready for the next one. */
  round: number;
}

/** Filling in, keeping and saving one participation after another. */
export function useLogging(preset: LogPreset, onClose: () => void): Logging {
  const t = useT();
  const offerUndo = useOfferUndo();
  const refresh = useRefresh();
  const errorText = useErrorText();
  const { draft, set, replace, wasKept } = useDraft(preset);
  const [state, setState] = useState<State>(FRESH);
  const perform = async (andNext: boolean, act: (draft: Draft) => Promise<Undo>): Promise<void> => {
    if (state.isBusy) return;
    setState((before) => ({ ...before, isBusy: true, failure: '', inTheWay: undefined }));
    try {
      const undo = await act(draft);
      const company = draft.newCompany?.name ?? draft.companyName;
      offerUndo(t('logging.saved', { company, centre: draft.centreName }), { undos: [undo] });
    } catch (error) {
      const { status, code, about } = refusalOf(error);
      const failure = status === 401 ? t('doorway.signIn.title') : errorText(error);
      const inTheWay = code === 'PARTICIPATION_OVERLAP' ? about.participationId : undefined;
      setState((before) => ({ ...before, isBusy: false, failure, inTheWay }));
      return;
    }
    drop();
    refresh();
    if (!andNext) {
      onClose();
      return;
    }
    replace(nextDraft(draft));
    setState(({ round }) => ({ ...FRESH, round: round + 1 }));
  };
  const save = async (andNext: boolean): Promise<void> => {
    const faults = faultsOf(draft, t);
    setState((before) => ({ ...before, faults, failure: '', inTheWay: undefined }));
    if (Object.keys(faults).length === 0)
      await perform(andNext, (now) => send(now, { reason: t('register.bulk.undoReason') }));
  };
  const step = (id: string): Promise<void> =>
    perform(false, async ({ level, startedOn }) => {
      const next = await stepTo(id, { level: level ?? 'PARTICIPANT', on: startedOn });
      return () => undoStep(next.id, next.version, { reason: t('register.bulk.undoReason') });
    });
  const restart = (): void => {
    drop();
    replace({ ...emptyDraft(), ...presetOf(preset) });
    setState(({ round }) => ({ ...FRESH, round: round + 1 }));
  };
  return { draft, set, wasKept, restart, save, step, ...state };
}

type State = Pick<Logging, 'faults' | 'failure' | 'inTheWay' | 'isBusy' | 'round'>;
type Undo = () => Promise<unknown>;

const FRESH: State = { faults: {}, failure: '', inTheWay: undefined, isBusy: false, round: 0 };

/** What the page that opened the sheet knows. */
const presetOf = ({ companyId, centreId }: LogPreset): Partial<Draft> => ({
  ...(companyId !== undefined && { companyId }),
  ...(centreId !== undefined && { centreId }),
});

function useDraft(preset: LogPreset) {
  const [kept] = useState(keptDraft);
  const wasKept = kept !== undefined && isBegun(kept) && preset.companyId === undefined;
  const [draft, replace] = useState<Draft>(() => ({
    ...emptyDraft(),
    ...(wasKept && kept),
    ...presetOf(preset),
  }));
  useEffect(() => keep(draft), [draft]);
  usePresetCentre(draft, replace);
  const set = (change: Partial<Draft>): void => replace((before) => ({ ...before, ...change }));
  return { draft, set, replace, wasKept };
}

/** Whoever coordinates one centre need not choose it. */
function usePresetCentre(draft: Draft, replace: (change: (before: Draft) => Draft) => void): void {
  const { permissions } = usePermissions<Permissions | undefined>();
  const own =
    permissions?.role === 'COORDINATOR' && permissions.centreIds.length === 1
      ? permissions.centreIds[0]
      : undefined;
  const wanted = draft.centreId ?? own;
  const { data } = useGetList<Centre>(
    'centres',
    { filter: { id: wanted ? [wanted] : [] } },
    { enabled: wanted !== undefined },
  );
  const centre = data?.find(({ id }) => id === wanted);
  useEffect(() => {
    if (!centre) return;
    replace((before) =>
      before.centreName === centre.name
        ? before
        : { ...before, centreId: centre.id, centreName: centre.name },
    );
  }, [centre, replace]);
}

function faultsOf(draft: Draft, t: Translate): Faults {
  const hasCompany = draft.companyId !== null || (draft.newCompany?.name.trim() ?? '') !== '';
  return {
    ...(!hasCompany && { company: t('logging.chooseCompany') }),
    ...(draft.newCompany &&
      guessedType(draft.newCompany) === '' && { organisationType: t('logging.chooseType') }),
    ...(draft.centreId === null && { centre: t('logging.chooseCentre') }),
    ...(draft.level === null && { level: t('logging.chooseLevel') }),
    ...(!isCalendarDate(draft.startedOn) && {
      startedOn: t(draft.startedOn === '' ? 'register.form.required' : 'register.form.notADate'),
    }),
    ...(draft.lastDay !== '' && !isCalendarDate(draft.lastDay) && { lastDay: t('register.form.notADate') }),
  };
}

/** Makes the company where it is new, then the participation; sent again after a lost connection it is done once. */
async function send(draft: Draft, query: { reason: string }): Promise<Undo> {
  const once = (what: string) => ({ 'Idempotency-Key': `${draft.attempt}-${what}` });
  const company = draft.newCompany
    ? await request<Company>('POST', '/companies', {
        body: filledIn({ ...draft.newCompany, organisationType: guessedType(draft.newCompany) }),
        headers: once('company'),
      })
    : undefined;
  const companyId = company?.id ?? draft.companyId;
  const { centreId, level, startedOn, lastDay, note } = draft;
  const made = await request<Participation>('POST', '/participations', {
    body: filledIn({ companyId, centreId, level, startedOn, lastDay, note }),
    headers: once('participation'),
  });
  const remove = (resource: string, { id, version }: Versioned): Promise<unknown> =>
    request('DELETE', `/${resource}/${id}`, { query, headers: { 'If-Match': `"${version}"` } });
  return async () => {
    await remove('participations', made);
    if (company) await remove('companies', company);
  };
}
