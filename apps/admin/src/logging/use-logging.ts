import { isCalendarDate } from '@fieldlab/domain';
import { useGetList, useNotify, usePermissions, useRefresh } from 'react-admin';
import { useEffect, useState } from 'react';
import { useT, type Translate } from '../i18n/use-t';
import type { Permissions } from '../providers/auth-provider';
import { refusalOf, request } from '../providers/http';
import { filledIn } from '../providers/list-query';
import type { Centre, Company } from '../providers/records';
import type { LogPreset } from '../ui/log-sheet';
import { useErrorText } from '../ui/use-error-text';
import {
  dropDraft,
  emptyDraft,
  guessedType,
  isBegun,
  keepDraft,
  nextDraft,
  readDraft,
  type Draft,
} from './draft';

export type Faults = Partial<
  Record<'company' | 'organisationType' | 'centre' | 'level' | 'startedOn' | 'lastDay', string>
>;

export interface Logging {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  faults: Faults;
  failure: string;
  isBusy: boolean;
  wasKept: boolean;
  restart: () => void;
  save: (andNext: boolean) => Promise<void>;
  /** Changes when the form is ready for the next one. */
  round: number;
}

/** Filling in, keeping and saving one participation after another. */
export function useLogging(preset: LogPreset, onClose: () => void): Logging {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefresh();
  const errorText = useErrorText();
  const { draft, set, replace, wasKept } = useDraft(preset);
  const [state, setState] = useState<{ faults: Faults; failure: string; isBusy: boolean; round: number }>(
    FRESH,
  );
  const save = async (andNext: boolean): Promise<void> => {
    const faults = faultsOf(draft, t);
    setState((before) => ({ ...before, faults, failure: '' }));
    if (Object.keys(faults).length > 0 || state.isBusy) return;
    setState((before) => ({ ...before, isBusy: true }));
    try {
      await send(draft);
    } catch (error) {
      const failure = refusalOf(error).status === 401 ? t('doorway.signIn.title') : errorText(error);
      setState((before) => ({ ...before, isBusy: false, failure }));
      return;
    }
    notify(
      t('logging.saved', { company: draft.newCompany?.name ?? draft.companyName, centre: draft.centreName }),
    );
    dropDraft();
    refresh();
    if (!andNext) {
      onClose();
      return;
    }
    replace(nextDraft(draft));
    setState(({ round }) => ({ ...FRESH, round: round + 1 }));
  };
  const restart = (): void => {
    dropDraft();
    replace(emptyDraft());
    setState(({ round }) => ({ ...FRESH, round: round + 1 }));
  };
  return { draft, set, wasKept, restart, save, ...state };
}

const FRESH = { faults: {}, failure: '', isBusy: false, round: 0 };

function useDraft(preset: LogPreset) {
  const [kept] = useState(readDraft);
  const wasKept = kept !== undefined && isBegun(kept) && preset.companyId === undefined;
  const [draft, replace] = useState<Draft>(() => ({
    ...emptyDraft(),
    ...(wasKept && kept),
    ...(preset.companyId !== undefined && { companyId: preset.companyId }),
    ...(preset.centreId !== undefined && { centreId: preset.centreId }),
  }));
  useEffect(() => keepDraft(draft), [draft]);
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
async function send(draft: Draft): Promise<void> {
  const once = (what: string) => ({ 'Idempotency-Key': `${draft.attempt}-${what}` });
  const companyId = draft.newCompany
    ? (
        await request<Company>('POST', '/companies', {
          body: filledIn({ ...draft.newCompany, organisationType: guessedType(draft.newCompany) }),
          headers: once('company'),
        })
      ).id
    : draft.companyId;
  const { centreId, level, startedOn, lastDay, note } = draft;
  await request('POST', '/participations', {
    body: filledIn({ companyId, centreId, level, startedOn, lastDay, note }),
    headers: once('participation'),
  });
}
